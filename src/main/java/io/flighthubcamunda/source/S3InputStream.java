package io.flighthubcamunda.source;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * An object on its way. Closed before its end it is broken off: the client would otherwise read on
 * to save the connection, which takes longer than a new one.
 */
final class S3InputStream extends FilterInputStream {

  private final ResponseInputStream<GetObjectResponse> response;
  private long left;

  /**
   * @param length bytes up to the object's end
   */
  S3InputStream(ResponseInputStream<GetObjectResponse> response, long length) {
    super(response);
    this.response = response;
    this.left = length;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    left -= read < 0 ? 0 : 1;
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    left -= Math.max(count, 0);
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(count);
    left -= skipped;
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public void close() throws IOException {
    if (left > 0) {
      response.abort();
    } else {
      super.close();
    }
  }
}
