package io.flighthubcamunda.storage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Computes AWS Signature Version 4 from what came over the wire, as a store would. */
final class SignatureCheck {

  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=[^/]+/(([^/]+)/([^/]+)/s3/aws4_request), ?"
              + "SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})");

  private SignatureCheck() {}

  static boolean fits(WireStore.Request request, String secret) throws GeneralSecurityException {
    var authorization = AUTHORIZATION.matcher(request.header("authorization"));
    if (!authorization.matches()) {
      return false;
    }
    var text =
        String.join(
            "\n",
            "AWS4-HMAC-SHA256",
            request.header("x-amz-date"),
            authorization.group(1),
            hex(
                MessageDigest.getInstance("SHA-256")
                    .digest(bytes(canonical(request, authorization.group(4))))));
    var key = hmac(bytes("AWS4" + secret), authorization.group(2));
    key = hmac(hmac(hmac(key, authorization.group(3)), "s3"), "aws4_request");
    return hex(hmac(key, text)).equals(authorization.group(5));
  }

  private static String canonical(WireStore.Request request, String signed) {
    var line = request.line().split(" ");
    var target = line[1].split("\\?", 2);
    var query =
        target.length == 1
            ? ""
            : Arrays.stream(target[1].split("&")).sorted().collect(Collectors.joining("&"));
    var headers =
        Arrays.stream(signed.split(";"))
            .map(name -> name + ":" + request.header(name) + "\n")
            .collect(Collectors.joining());
    return String.join(
        "\n", line[0], target[0], query, headers, signed, request.header("x-amz-content-sha256"));
  }

  private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
