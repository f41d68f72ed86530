package io.flighthubcamunda.secrets;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The texts by which somebody could read a secret: as it is, in the encodings that logs, URLs and
 * records use, and of a long one a half or a part of a JWT, because messages are cut off.
 */
final class SecretForms {

  /** Shorter ones would be found by chance. */
  static final int SHORTEST = 8;

  /** From here on half a secret is still too much to give away. */
  private static final int LONG = 32;

  private static final Pattern ESCAPED = Pattern.compile("%[0-9A-F]{2}");

  private final Map<String, String> nameOf = new LinkedHashMap<>();

  private SecretForms(String secret) {
    add(secret, "as it is");
    if (secret.length() >= LONG) {
      add(secret.substring(0, secret.length() / 2), "its beginning");
      add(secret.substring(secret.length() / 2), "its end");
    }
    jwtParts(secret).forEach(part -> add(part, "a part of the token"));
    var url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    addUrl(url, "URL-encoded");
    addUrl(URLEncoder.encode(url, StandardCharsets.UTF_8), "URL-encoded twice");
    add(secret.replace("/", "\\/"), "escaped in JSON");
    base64(secret).forEach(text -> add(text, "in Base64"));
    var hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
    add(hex, "in hex");
    add(hex.toUpperCase(Locale.ROOT), "in hex");
  }

  /**
   * @throws IllegalArgumentException when the secret is too short to look for
   */
  static Map<String, String> of(String secret) {
    if (secret.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "A secret of %d characters can't be told from other text.".formatted(secret.length()));
    }
    return new SecretForms(secret).nameOf;
  }

  private void add(String text, String name) {
    if (text.length() >= SHORTEST) {
      nameOf.putIfAbsent(text, name);
    }
  }

  private void addUrl(String url, String name) {
    add(url, name);
    add(ESCAPED.matcher(url).replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT)), name);
  }

  /** The header says nothing, so that others may have the same. */
  private static List<String> jwtParts(String secret) {
    var parts = secret.split("\\.");
    return parts.length == 3 ? List.of(parts[1], parts[2]) : List.of();
  }

  /** Where it begins inside a longer text decides about how it looks. */
  private static List<String> base64(String secret) {
    var bytes = secret.getBytes(StandardCharsets.UTF_8);
    var texts = new ArrayList<String>();
    for (int before = 0; before < 3; before++) {
      var shifted = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, shifted, before, bytes.length);
      // Only characters that no neighbour has a bit in.
      int begin = (before * 8 + 5) / 6;
      int end = shifted.length * 8 / 6;
      texts.add(Base64.getEncoder().encodeToString(shifted).substring(begin, end));
      texts.add(Base64.getUrlEncoder().encodeToString(shifted).substring(begin, end));
    }
    return texts;
  }
}
