package io.flighthubcamunda.report.page;

import static io.flighthubcamunda.api.ReconstructionType.THREE_D;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flighthubcamunda.imageset.BatchLimits;
import io.flighthubcamunda.imageset.FolderSource;
import io.flighthubcamunda.imageset.ImageSetCheck;
import io.flighthubcamunda.local.SamplePhotographs;
import io.flighthubcamunda.report.flight.ShotLog;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Leaves its pages in {@code target/pages}, where the browser test of tools/page opens them. */
class ImageSetPageTest {

  private static final Pattern SUSPICIOUS = Pattern.compile("alt=\"Suspicious photograph ([^\"]+)");

  @TempDir private static Path rendered;
  @TempDir private Path temporary;

  /** Once, because it takes longer than all that is done with them. */
  @BeforeAll
  static void renderSamples() throws IOException {
    SamplePhotographs.renderInto(rendered);
  }

  @Test
  void shouldDrawAFlightAndSayWhatItResolves() throws IOException {
    // given
    Path folder = samples(SamplePhotographs.DEFAULT_COUNT, temporary.resolve("samples"));

    // when
    String page = page("samples", folder);

    // then
    assertThat(page)
        .contains("FlightHub should take this set for <strong>3d</strong>")
        // 50 m x 43.27 / (22 x 2000) = 4.92 cm; lines were rendered with an overlap of 70 %
        .contains("<dd>4.92 cm/px</dd>")
        .contains("<dd>70 %</dd>")
        .contains("<dd>50 m</dd>")
        .contains("Map of 12 photographs")
        .contains("Nothing speaks against this set.")
        .contains("src=\"data:image/jpeg;base64,");
    assertThat(page.split("<circle class=\"b\\d\" cx=\"\\d+\\.\\d\"")).hasSize(13);
    assertThat(suspicious(page)).isEmpty();
  }

  @Test
  void shouldAskForNothingAndRunNoScript() throws IOException {
    // given
    Path folder = samples(5, temporary.resolve("samples"));

    // when
    String page = page("five", folder);

    // then
    assertThat(page)
        .contains("default-src &#39;none&#39;; img-src data:; style-src &#39;sha256-")
        .doesNotContain("<script", "http:", "https:", "<link", "@import", "url(", "style=");
  }

  @Test
  void shouldShowNamesThatWouldBeHtmlAsText() throws IOException {
    // given
    Path folder = temporary.resolve("<b onclick=alert(1)>&\"'");
    samples(5, folder);
    Path black = folder.resolve("\"><script>alert(1)</script>.jpg".replace('/', '_'));
    ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "jpg", black.toFile());
    Files.move(folder.resolve("SAMPLE_0002.JPG"), folder.resolve("' onload='alert(2)'.JPG"));

    // when
    String page = page("hostile", folder);

    // then
    assertThat(page).contains("&lt;b onclick=alert(1)&gt;").contains("&lt;script&gt;alert(1)");
    String tags = page.replaceAll("=\"[^\"]*\"", "=").replaceAll(">[^<]*<", "><");
    assertThat(tags)
        .contains("<img src= alt=>")
        .doesNotContain("<script", "<b ", "onload", "onclick");
  }

  @Test
  void shouldShowDarkWhiteAndBlurredPhotographs() throws IOException {
    // given
    Path folder = samples(5, temporary.resolve("samples"));
    ImageIO.write(filled(Color.BLACK), "jpg", folder.resolve("black.jpg").toFile());
    ImageIO.write(filled(Color.WHITE), "jpg", folder.resolve("white.jpg").toFile());
    BufferedImage sharp = ImageIO.read(folder.resolve("SAMPLE_0003.JPG").toFile());
    ImageIO.write(blurred(sharp), "jpg", folder.resolve("blurred.jpg").toFile());

    // when
    String page = page("bad-frames", folder);

    // then
    assertThat(suspicious(page)).containsExactlyInAnyOrder("black.jpg", "white.jpg", "blurred.jpg");
    assertThat(page).contains("Nearly black:", "Over-exposed: 100 %", "Not sharp: blur 0.");
  }

  @Test
  void shouldSayWhyASetIsRefusedAndWhatIsNotKnown() throws IOException {
    // given
    Files.createDirectories(temporary.resolve("plain"));
    ImageIO.write(filled(Color.GRAY), "jpg", temporary.resolve("plain/a.jpg").toFile());

    // when
    String page = page("plain", temporary.resolve("plain"));

    // then
    assertThat(page)
        .contains("FlightHub would refuse this set for <strong>3d</strong>")
        .contains("1 usable photographs; a 3d reconstruction needs at least 5")
        .contains("so there is no map")
        .contains("No photograph tells when it was taken.")
        .contains("No photograph tells its height above the ground");
  }

  @Test
  void shouldMakeAPageOfAnEmptyFolder() throws IOException {
    // when
    String page = page("empty", Files.createDirectories(temporary.resolve("empty")));

    // then
    assertThat(page).contains("hold no photographs", "There is no usable photograph.");
  }

  @ParameterizedTest
  @CsvSource({
    "brighton-beach-fc300s, 1.73 cm/px, 0",
    "caliterra-canon-sx260, 3.44 cm/px from 100 m, 0",
    "trouble-mixed-resolution-elph300, 4.00 cm/px from 100 m, 0",
    "trouble-no-gps-fc300s, 1.73 cm/px, 0",
    "trouble-too-few-bad-frames-fc8482, 3.58 cm/px from 100 m, 3",
  })
  void shouldJudgeRealPhotographs(String name, String groundSampling, int suspicious)
      throws IOException {
    // given
    Path folder = someOf(realPhotographs(name + "/images"));

    // when
    String page = page(name, folder);

    // then
    assertThat(page).contains(groundSampling);
    assertThat(suspicious(page)).hasSize(suspicious);
  }

  private static Path samples(int count, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (int i = 1; i <= count; i++) {
      var name = "SAMPLE_%04d.JPG".formatted(i);
      Files.copy(rendered.resolve(name), folder.resolve(name), COPY_ATTRIBUTES);
    }
    return folder;
  }

  /** As many as a set needs: it takes seconds to look at all. */
  private Path someOf(Path photographs) throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("some"));
    try (var files = Files.list(photographs)) {
      for (Path file : files.sorted().limit(5).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()), COPY_ATTRIBUTES);
      }
    }
    return folder;
  }

  private static Path realPhotographs(String name) {
    var folder =
        Stream.iterate(Path.of("").toAbsolutePath(), above -> above != null, Path::getParent)
            .map(above -> above.resolve("shared/data").resolve(name))
            .filter(Files::isDirectory)
            .findFirst();
    assumeTrue(folder.isPresent(), "The real photographs are not at hand");
    return folder.get();
  }

  private static String page(String name, Path folder) throws IOException {
    var source = new FolderSource(folder);
    var shots = new ShotLog();
    var types = Set.of(THREE_D);
    var report = new ImageSetCheck().check(source, null, types, BatchLimits.DEFAULT, shots);
    byte[] page = ImageSetPage.of(report, types, shots, source);
    Path pages = Files.createDirectories(Path.of("target/pages"));
    Files.write(pages.resolve(name + ".html"), page);
    return new String(page, StandardCharsets.UTF_8);
  }

  private static List<String> suspicious(String page) {
    return SUSPICIOUS.matcher(page).results().map(found -> found.group(1)).toList();
  }

  private static BufferedImage filled(Color colour) {
    var picture = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    var pen = picture.createGraphics();
    pen.setColor(colour);
    pen.fillRect(0, 0, 640, 480);
    pen.dispose();
    return picture;
  }

  private static BufferedImage blurred(BufferedImage picture) {
    float[] even = new float[17 * 17];
    Arrays.fill(even, 1f / even.length);
    return new ConvolveOp(new Kernel(17, 17, even)).filter(picture, null);
  }
}
