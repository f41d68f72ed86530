package io.flighthubcamunda.storage;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of an object to be. They can be read again, and from anywhere. */
public interface ObjectContent {

  /** Bytes that a stream from 0 brings. */
  long length();

  /**
   * @param from first byte wanted, 0 to {@link #length()}
   */
  InputStream open(long from) throws IOException;
}
