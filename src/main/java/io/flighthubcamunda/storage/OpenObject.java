package io.flighthubcamunda.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpStatus;

/**
 * An object of a store, or the rest of one, that is being read. Closing it leaves the rest unread,
 * which can be gigabytes that nobody wants; what was read to its end leaves its connection to the
 * next request.
 */
public final class OpenObject extends FilterInputStream {

  private final HttpGet request;
  private final ClassicHttpResponse answer;

  private final ContentRange range;

  private OpenObject(
      HttpGet request, ClassicHttpResponse answer, InputStream content, ContentRange range) {
    super(content);
    this.request = request;
    this.answer = answer;
    this.range = range;
  }

  /**
   * @throws StorageException when a part comes and nobody says which one; then nothing was opened
   */
  static OpenObject of(HttpGet request, ClassicHttpResponse answer) throws IOException {
    var entity = answer.getEntity();
    var content = entity == null ? InputStream.nullInputStream() : entity.getContent();
    var length = entity == null ? 0 : entity.getContentLength();
    var whole = length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
    var range =
        answer.getCode() == HttpStatus.SC_PARTIAL_CONTENT
            ? ContentRange.parse(header(answer, "Content-Range"))
            : new ContentRange(0, whole);
    return new OpenObject(request, answer, content, range);
  }

  /** First byte that comes, counted from the beginning of the whole object. */
  public long begin() {
    return range.first();
  }

  /** Bytes of the whole object; empty where the other side didn't say. */
  public OptionalLong size() {
    return range.size();
  }

  /** Exactly as the other side gave it; empty where it gave none. */
  public String etag() {
    return header(answer, "ETag");
  }

  private static String header(ClassicHttpResponse answer, String name) {
    var header = answer.getFirstHeader(name);
    return header == null || header.getValue() == null ? "" : header.getValue();
  }

  @Override
  public void close() {
    request.abort();
    try {
      answer.close();
    } catch (IOException e) {
      // Whoever read it was told what broke; a connection that is gone needs no farewell.
    }
  }
}
