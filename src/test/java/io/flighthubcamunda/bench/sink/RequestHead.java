package io.flighthubcamunda.bench.sink;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Request line and header fields of one request.
 *
 * @param target path and query as sent
 * @param fields names in lower case
 */
record RequestHead(String method, String target, Map<String, String> fields) {

  /** Reads the bytes before the empty line. */
  static RequestHead parse(byte[] bytes, int length) {
    var lines = new String(bytes, 0, length, StandardCharsets.ISO_8859_1).split("\r\n");
    var first = lines[0].split(" ", 3);
    if (first.length < 3) {
      throw new IllegalArgumentException("This is no HTTP: " + lines[0]);
    }
    var fields = new HashMap<String, String>();
    for (int i = 1; i < lines.length; i++) {
      var colon = lines[i].indexOf(':');
      if (colon > 0) {
        fields.put(
            lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
            lines[i].substring(colon + 1).strip());
      }
    }
    return new RequestHead(first[0], first[1], fields);
  }

  long contentLength() {
    return Long.parseLong(fields.getOrDefault("content-length", "0"));
  }

  /** Only a length that is known before can be dropped without looking at the bytes. */
  boolean chunked() {
    return fields.containsKey("transfer-encoding");
  }

  boolean expectsContinue() {
    return "100-continue".equalsIgnoreCase(fields.get("expect"));
  }

  boolean closes() {
    return "close".equalsIgnoreCase(fields.get("connection"));
  }

  String path() {
    var query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  String query() {
    var query = target.indexOf('?');
    return query < 0 ? "" : target.substring(query + 1);
  }

  /** Whether the path is {@code /bucket/key} and not {@code /bucket}. */
  boolean namesObject() {
    var slash = path().indexOf('/', 1);
    return slash > 0 && slash < path().length() - 1;
  }
}
