package io.flighthubcamunda.bench.sink;

import java.nio.charset.StandardCharsets;

/** The little that clients ask of a store besides taking objects. */
final class StoreAnswers {

  static final byte[] CONTINUE = ascii("HTTP/1.1 100 Continue\r\n\r\n");

  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String SPACE = "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";

  private StoreAnswers() {}

  static byte[] stored(String etag) {
    return ascii("HTTP/1.1 200 OK\r\nETag: \"%s\"\r\nContent-Length: 0\r\n\r\n".formatted(etag));
  }

  /** To anything but the PUT of an object. */
  static byte[] other(RequestHead head) {
    if (head.method().equals("HEAD")) {
      return head.namesObject() ? empty("404 Not Found") : empty("200 OK");
    }
    if (head.method().equals("PUT")) {
      return empty("200 OK"); // The bucket is there.
    }
    if (!head.method().equals("GET")) {
      return xml("501 Not Implemented", error("NotImplemented"));
    }
    if (head.namesObject()) {
      return xml("404 Not Found", error("NoSuchKey"));
    }
    return xml("200 OK", bucketAnswer(head));
  }

  static byte[] lengthRequired() {
    return xml("411 Length Required", error("MissingContentLength"));
  }

  private static String bucketAnswer(RequestHead head) {
    var query = "&" + head.query();
    if (query.contains("&location")) {
      return "<LocationConstraint %s></LocationConstraint>".formatted(SPACE);
    }
    if (head.path().equals("/")) {
      return "<ListAllMyBucketsResult %s><Buckets></Buckets></ListAllMyBucketsResult>"
          .formatted(SPACE);
    }
    if (query.contains("&versioning")) {
      return "<VersioningConfiguration %s></VersioningConfiguration>".formatted(SPACE);
    }
    return ("<ListBucketResult %s><Name>%s</Name><Prefix></Prefix><KeyCount>0</KeyCount>"
            + "<MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated></ListBucketResult>")
        .formatted(SPACE, head.path().replace("/", ""));
  }

  private static String error(String code) {
    return "<Error><Code>%s</Code><Message>%s</Message></Error>".formatted(code, code);
  }

  private static byte[] empty(String status) {
    return ascii("HTTP/1.1 %s\r\nContent-Length: 0\r\n\r\n".formatted(status));
  }

  private static byte[] xml(String status, String body) {
    var content = XML + body;
    return ascii(
        "HTTP/1.1 %s\r\nContent-Type: application/xml\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(status, content.length(), content));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
