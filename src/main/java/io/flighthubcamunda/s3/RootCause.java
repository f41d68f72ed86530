package io.flighthubcamunda.s3;

/**
 * What lies at the bottom of a failure. The SDK and HTTP clients wrap it, and what they say
 * themselves tells an operator nothing.
 */
public record RootCause(Throwable failure) {

  /** Its message in one line, without signatures; the name of its class where it has none. */
  public String message() {
    var root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null
        ? root.getClass().getSimpleName()
        : new SignedText(root.getMessage()).withoutSignatures().replaceAll("\\s+", " ");
  }
}
