package io.flighthubcamunda.storage;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** An object to be, out of memory. */
public record BytesContent(byte[] bytes) implements ObjectContent {

  @Override
  public long length() {
    return bytes.length;
  }

  @Override
  public InputStream open(long from) {
    return new ByteArrayInputStream(bytes, (int) from, bytes.length - (int) from);
  }
}
