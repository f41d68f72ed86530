package io.flighthubcamunda.upload;

import io.flighthubcamunda.imageset.ImageSource;
import io.flighthubcamunda.imageset.SourceFile;
import io.flighthubcamunda.storage.ObjectContent;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** A file of an image set as what the store takes. */
record FileContent(ImageSource images, SourceFile file, MessageDigest digest)
    implements ObjectContent {

  @Override
  public long length() {
    return file.size();
  }

  @Override
  public InputStream open(long from) throws IOException {
    // Without TLS it is read twice, once to sign it and once to send it.
    digest.reset();
    return images.open(file, from);
  }
}
