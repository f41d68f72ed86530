package io.flighthubcamunda.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET https://s/x?X-Amz-Signature=SECRET&X-Amz-Date=1",
        "x-amz-security-token: SECRET",
        "?X-Amz-Security-Token=SECRET&a=b",
        "?X-Amz-Credential=SECRET%2F20260101&a=b",
        "?OSSAccessKeyId=SECRET&Expires=1&Signature=SECRET",
        "?x-oss-signature=SECRET",
        "?security-token=SECRET",
        "Authorization: AWS4-HMAC-SHA256 Credential=SECRET/2026, Signature=SECRET",
      })
  void shouldHideWhatSignsARequest(String text) {
    assertThat(new SignedText(text).withoutSignatures()).doesNotContain("SECRET").contains("***");
    assertThat(new RootCause(new IOException("outer", new IOException(text))).message())
        .doesNotContain("SECRET");
  }

  @Test
  void shouldLeaveOtherTextAsItIs() {
    var text = "The request signature we calculated does not match (key: a.zip, size=3)";
    assertThat(new SignedText(text).withoutSignatures()).isEqualTo(text);
  }
}
