import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { hasProgram } from './programs.ts'

/** Where Debian's package has the part of WordPress that reads blocks. It needs no database and nothing else. */
const parser = '/usr/share/wordpress/wp-includes/class-wp-block-parser.php'

/** What is missing on this machine for {@link readWithWordPress}; empty if nothing is. */
export const missingForWordPress = [
  ...(hasProgram('php') ? [] : ['php-cli and php-xml']),
  ...(existsSync(parser) ? [] : ['wordpress']),
]

/**
 * Reads the first post of a WXR file with PHP's own XML reader, as the importer does, and its blocks with WordPress' own
 * parser.
 */
const script = `
require ${JSON.stringify(parser)};
$result = [];
foreach (json_decode(stream_get_contents(STDIN)) as $source) {
  libxml_use_internal_errors(true);
  $xml = simplexml_load_string($source);
  if ($xml === false) { $result[] = ['errors' => array_map(fn($e) => trim($e->message), libxml_get_errors())]; continue; }
  $items = [];
  foreach ($xml->channel->item as $item) {
    $wp = $item->children('http://wordpress.org/export/1.2/');
    $meta = [];
    foreach ($wp->postmeta as $one) $meta[(string) $one->meta_key] = (string) $one->meta_value;
    $items[] = [
      'title' => (string) $item->title, 'type' => (string) $wp->post_type, 'status' => (string) $wp->status,
      'name' => (string) $wp->post_name, 'date' => (string) $wp->post_date, 'gmt' => (string) $wp->post_date_gmt,
      'url' => (string) $wp->attachment_url, 'meta' => (object) $meta,
      'content' => (string) $item->children('http://purl.org/rss/1.0/modules/content/')->encoded,
    ];
  }
  $blocks = [];
  $stray = [];
  $collect = function ($list) use (&$collect, &$blocks, &$stray) {
    foreach ($list as $block) {
      if ($block['blockName'] === null) { if (trim($block['innerHTML']) !== '') $stray[] = $block['innerHTML']; continue; }
      $blocks[] = $block['blockName'];
      if (!is_array($block['attrs'])) $stray[] = 'attributes of ' . $block['blockName'];
      $collect($block['innerBlocks']);
    }
  };
  $collect((new WP_Block_Parser())->parse($items[0]['content']));
  $result[] = ['errors' => [], 'items' => $items, 'blocks' => $blocks, 'stray' => $stray];
}
echo json_encode($result);
`

/** Reads WXR files, all in one process. */
export function readWithWordPress(files: readonly string[]): unknown {
  const output = execFileSync('php', ['-r', script], { input: JSON.stringify(files), maxBuffer: 64 * 1024 * 1024 })
  return JSON.parse(output.toString())
}
