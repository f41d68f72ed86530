package io.flighthubcamunda.s3;

import java.util.regex.Pattern;

/**
 * A text that may repeat a signed request, as messages of HTTP clients and of the AWS SDK sometimes
 * do.
 */
public record SignedText(String text) {

  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?i)((?:signature|credential|security-token|accesskeyid)(?:=|: ?|%3d))"
              + "[^&\\s,;\"'<>]+");

  /** The text with stars in place of signatures, key ids and session tokens. */
  public String withoutSignatures() {
    return PARAMETER.matcher(text).replaceAll("$1***");
  }
}
