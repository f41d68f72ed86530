package io.flighthubcamunda.report.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The page's style sheet, and the security policy that lets a browser apply this one and do nothing
 * else: no script, no request, no other style.
 */
public record Style(String css, String policy) {

  private static final String SHEET = "page.css";

  static Style load() {
    try (var sheet = Style.class.getResourceAsStream(SHEET)) {
      var css = new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
      return new Style(
          css,
          "default-src 'none'; img-src data:; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'"
              .formatted(sha256(css)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
