package io.flighthubcamunda.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecretScanTest {

  private static final String TOKEN = "a/B+c=d&e/f+G=h&i/J+k=l&m/N+o=p&q";
  private static final String JWT = "eyJhbGciOiJIUzI1NiJ9.eyJhY2NvdW50IjoiYSJ9.c2lnbmF0dXJlIQ";

  private final SecretScan scan = SecretScan.lookingFor(Set.of(TOKEN, JWT, "12345678"));

  static Stream<String> disguises() {
    var url = URLEncoder.encode(TOKEN, StandardCharsets.UTF_8);
    return Stream.of(
        TOKEN,
        TOKEN.substring(0, 20),
        TOKEN.substring(TOKEN.length() - 20),
        url,
        url.replace("%2B", "%2b").replace("%3D", "%3d").replace("%26", "%26").replace("%2F", "%2f"),
        URLEncoder.encode(url, StandardCharsets.UTF_8),
        TOKEN.replace("/", "\\/"),
        base64("" + TOKEN + "!"),
        base64("1" + TOKEN + "!!"),
        base64("12" + TOKEN),
        Base64.getUrlEncoder().encodeToString(TOKEN.getBytes(StandardCharsets.UTF_8)),
        HexFormat.of().formatHex(TOKEN.getBytes(StandardCharsets.UTF_8)),
        JWT,
        JWT.split("\\.")[1],
        JWT.split("\\.")[2],
        "12345678");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("disguises")
  void shouldFindASecretInEveryDisguise(String disguise) {
    // when
    scan.text("log", "before " + disguise + " after");

    // then
    assertThat(scan.leaks())
        .isNotEmpty()
        .allMatch(leak -> leak.source().equals("log") && leak.around().contains("***"));
  }

  @Test
  void shouldFindNothingWhereNothingIs() {
    // when
    scan.text("log", "token a/B+c=d 1234567 eyJhbGciOiJIUzI1NiJ9 " + TOKEN.toLowerCase());

    // then
    assertThat(scan.leaks()).isEmpty();
    assertThat(scan.scannedBytes()).containsOnlyKeys("log");
  }

  @Test
  void shouldSayWhereItWasWithoutSayingIt() {
    // when
    scan.lines("log", List.of("fine", "GET /x?key=12345678&y=1"));

    // then
    assertThat(scan.leaks())
        .containsExactly(new SecretScan.Leak("log", "as it is", "GET /x?key=***&y=1"));
  }

  @Test
  void shouldFindASecretThatLiesAcrossTwoReads(@TempDir Path folder) throws IOException {
    // given
    var content = new byte[3 << 20];
    var secret = TOKEN.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(secret, 0, content, (1 << 20) - 7, secret.length);
    System.arraycopy(secret, 0, content, (2 << 20) - secret.length + 1, secret.length);
    Files.write(folder.resolve("journal"), content);

    // when
    scan.files(folder);

    // then
    assertThat(scan.leaks()).filteredOn(leak -> leak.form().equals("as it is")).hasSize(2);
    assertThat(scan.scannedBytes().get(folder.toString())).isGreaterThan(3 << 20);
  }

  @Test
  void shouldLookIntoArchivesAndAtNames(@TempDir Path folder) throws IOException {
    // given
    try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("3d.zip")))) {
      zip.putNextEntry(new ZipEntry("report.txt"));
      zip.write(TOKEN.getBytes(StandardCharsets.UTF_8));
    }
    try (var gzip = new GZIPOutputStream(Files.newOutputStream(folder.resolve("log.gz")))) {
      gzip.write(TOKEN.getBytes(StandardCharsets.UTF_8));
    }
    Files.createFile(Files.createDirectories(folder.resolve("deep")).resolve("12345678.part"));

    // when
    scan.files(folder);

    // then
    assertThat(scan.leaks())
        .extracting(SecretScan.Leak::source)
        .contains(folder + "/3d.zip!report.txt", folder + "/log.gz!", folder.toString());
  }

  @Test
  void shouldFindASecretInTheTagOfAMetric() {
    // given
    var meters = new SimpleMeterRegistry();
    meters.counter("calls", "url", "https://store/x?key=12345678").increment();

    // then
    assertThat(scan.metrics(meters).leaks()).hasSize(1);
  }

  @Test
  void shouldRefuseToLookForNothingOrForWhatAnyTextHolds() {
    assertThatThrownBy(() -> SecretScan.lookingFor(Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SecretScan.lookingFor(Set.of("short")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("short");
  }
}
