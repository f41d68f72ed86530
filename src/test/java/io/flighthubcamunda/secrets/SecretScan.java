package io.flighthubcamunda.secrets;

import io.camunda.zeebe.protocol.record.Record;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for secrets in all that an observer could read.
 *
 * <pre>{@code
 * var scan =
 *     SecretScan.lookingFor(simulator.issuedSecrets()) // when nothing hands out keys any more
 *         .records(engineRecords)
 *         .lines("log", logLines)
 *         .metrics(meterRegistry)
 *         .text("actuator /env", body)
 *         .files(brokerDirectory)
 *         .files(resultFolder);
 * assertThat(scan.leaks()).isEmpty();
 * assertThat(scan.scannedBytes()).containsKeys(…);
 * }</pre>
 *
 * <p>Found are secrets as they are, URL-encoded (also twice), escaped in JSON, in Base64 at any
 * place of a longer text, in hex, the halves of long ones and the parts of a JWT. Not found is what
 * was compressed by other means than zip and gzip, or encrypted. Not for several threads.
 */
public final class SecretScan {

  private static final int CONTEXT = 60;

  /** More of them say nothing new. */
  private static final int MOST_LEAKS = 100;

  private final Map<String, String> forms = new HashMap<>();
  private final TextSearch search;
  private final List<Leak> leaks = new ArrayList<>();
  private final Map<String, Long> scanned = new LinkedHashMap<>();

  private SecretScan(Collection<String> secrets) {
    secrets.forEach(secret -> SecretForms.of(secret).forEach(forms::putIfAbsent));
    this.search = new TextSearch(forms.keySet());
  }

  /**
   * @param secrets at least one, each of 8 characters or more
   */
  public static SecretScan lookingFor(Collection<String> secrets) {
    if (secrets.isEmpty()) {
      throw new IllegalArgumentException("There is no secret to look for.");
    }
    return new SecretScan(secrets);
  }

  /**
   * A secret where it must not be.
   *
   * @param source as it was named to the scan, with the name of the file or entry
   * @param form in which way it can be read
   * @param around the text around it, with stars in its place
   */
  public record Leak(String source, String form, String around) {}

  /** Anything that can be read, such as the answer of an end point or an incident's message. */
  public SecretScan text(String source, String text) {
    return stream(source, source, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  public SecretScan lines(String source, Iterable<String> lines) {
    lines.forEach(line -> text(source, line));
    return this;
  }

  /** Every record of an engine, variables and incidents included. */
  public SecretScan records(Iterable<? extends Record<?>> records) {
    records.forEach(entry -> text("engine records", entry.toJson()));
    return this;
  }

  /** Names, tags, descriptions and values of every meter. */
  public SecretScan metrics(MeterRegistry meters) {
    meters
        .getMeters()
        .forEach(
            meter ->
                text(
                    "metrics",
                    "%s %s %s"
                        .formatted(
                            meter.getId(), meter.getId().getDescription(), meter.measure())));
    return this;
  }

  /** Names and bytes of all files below a folder, and what is in zip and gzip files. */
  public SecretScan files(Path folder) {
    var source = folder.toString();
    try {
      new ReadableFiles(folder)
          .read(
              (name, content) -> {
                text(source, name);
                stream(source, source + "/" + name, content);
              });
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SecretScan stream(String source, String place, InputStream content) {
    try {
      long bytes =
          search.search(
              content, (text, window, begin, length) -> found(place, text, window, begin, length));
      scanned.merge(source, bytes, Long::sum);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(place, e);
    }
  }

  private void found(String place, String text, byte[] window, int begin, int length) {
    if (leaks.size() < MOST_LEAKS) {
      int end = begin + text.getBytes(StandardCharsets.UTF_8).length;
      var before = readable(window, Math.max(0, begin - CONTEXT), begin);
      var after = readable(window, end, Math.min(length, end + CONTEXT));
      leaks.add(new Leak(place, forms.get(text), before + "***" + after));
    }
  }

  private static String readable(byte[] window, int from, int to) {
    return new String(window, from, to - from, StandardCharsets.UTF_8)
        .replaceAll("\\P{Print}+", "·");
  }

  /** What was found, up to a hundred. */
  public List<Leak> leaks() {
    return List.copyOf(leaks);
  }

  /** Bytes that were looked at, by source; a scan of nothing finds nothing. */
  public Map<String, Long> scannedBytes() {
    return Map.copyOf(scanned);
  }
}
