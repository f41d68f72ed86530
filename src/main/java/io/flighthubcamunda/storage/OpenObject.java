package io.flighthubcamunda.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;

/**
 * An object of a store that is being read. Closing it leaves the rest unread, which can be
 * gigabytes that nobody wants; what was read to its end leaves its connection to the next request.
 */
public final class OpenObject extends FilterInputStream {

  private final HttpGet request;
  private final ClassicHttpResponse answer;

  private OpenObject(HttpGet request, ClassicHttpResponse answer, InputStream content) {
    super(content);
    this.request = request;
    this.answer = answer;
  }

  static OpenObject of(HttpGet request, ClassicHttpResponse answer) throws IOException {
    var entity = answer.getEntity();
    var content = entity == null ? InputStream.nullInputStream() : entity.getContent();
    return new OpenObject(request, answer, content);
  }

  /** Bytes that the store announced; empty when it did not. */
  public OptionalLong length() {
    var length = answer.getEntity() == null ? 0 : answer.getEntity().getContentLength();
    return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
  }

  @Override
  public void close() throws IOException {
    request.abort();
    answer.close();
  }
}
