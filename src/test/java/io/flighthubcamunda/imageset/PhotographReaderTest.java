package io.flighthubcamunda.imageset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flighthubcamunda.api.RawServer;
import io.flighthubcamunda.imageset.Reading.Unusable;
import io.flighthubcamunda.s3.HostileXml;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotographReaderTest {

  private static final String ATTITUDE_ONLY =
      """
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
       <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:drone-dji="http://www.dji.com/drone-dji/1.0/"
          drone-dji:GimbalPitchDegree="-90.00"/>
       </rdf:RDF>
      </x:xmpmeta>
      """;

  @TempDir Path folder;

  @Test
  void shouldReadCameraSizePositionAndTime() throws IOException {
    // given
    JpegFile jpeg =
        JpegFile.plain(64, 48).takenBy("DJI", "M3E").on("2026:06:18 10:30:04").at(-44.25, 170.5);

    // when
    Photograph photograph = usable(jpeg);

    // then
    assertThat(photograph.camera()).isEqualTo("DJI M3E");
    assertThat(photograph.width()).isEqualTo(64);
    assertThat(photograph.height()).isEqualTo(48);
    assertThat(photograph.taken()).contains(LocalDateTime.of(2026, 6, 18, 10, 30, 4));
    Position position = photograph.position().orElseThrow();
    assertThat(position.latitude()).isCloseTo(-44.25, within(1e-6));
    assertThat(position.longitude()).isCloseTo(170.5, within(1e-6));
    assertThat(photograph.droneData()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(HostileXml.class)
  void shouldNeitherFetchNorExpandWhatAPhotographWants(HostileXml hostile) throws IOException {
    try (var elsewhere = RawServer.answering(200, "Elsewhere")) {
      // given
      var xmp =
          hostile.document(
              elsewhere.uri(),
              "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                  + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                  + "<rdf:Description rdf:about=\"\""
                  + " xmlns:drone-dji=\"http://www.dji.com/drone-dji/1.0/\">"
                  + "<drone-dji:Version>&x;</drone-dji:Version>"
                  + "</rdf:Description></rdf:RDF></x:xmpmeta>");

      // when
      var photograph = usable(JpegFile.photograph().withXmp(xmp));

      // then
      assertThat(photograph.width()).isPositive();
      assertThat(elsewhere.asked()).isEmpty();
    }
  }

  @Test
  void shouldReadHowTheCameraHungAndWhatItsLensShows() throws IOException {
    // given
    JpegFile jpeg =
        JpegFile.photograph()
            .withLens(12.29, 24)
            .withXmp(
                """
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                  <rdf:Description rdf:about="" xmlns:drone-dji="http://www.dji.com/drone-dji/1.0/"
                    drone-dji:RelativeAltitude="+99.50" drone-dji:GimbalPitchDegree="-89.90">
                   <drone-dji:GimbalYawDegree>-132.00</drone-dji:GimbalYawDegree>
                  </rdf:Description>
                 </rdf:RDF>
                </x:xmpmeta>
                """);

    // when
    Photograph photograph = usable(jpeg);

    // then
    assertThat(photograph.lens()).isEqualTo(new Lens(12.29, 24, 0));
    assertThat(photograph.pose().heightAboveTakeOff()).hasValue(99.5);
    assertThat(photograph.pose().pitch()).isEqualTo(-89.9);
    assertThat(photograph.pose().yaw()).isEqualTo(-132);
    assertThat(photograph.pose().altitude()).isNaN();
  }

  @Test
  void shouldNotRepeatTheMakerInTheCamera() throws IOException {
    // when / then
    assertThat(usable(JpegFile.plain(8, 8).takenBy("Canon", "Canon PowerShot SX260")).camera())
        .isEqualTo("Canon PowerShot SX260");
  }

  @Test
  void shouldTakeNoLineBreaksFromACameraName() throws IOException {
    // when / then
    assertThat(
            usable(JpegFile.plain(8, 8).takenBy("D\nJI", "M3E\u0007" + "x".repeat(200))).camera())
        .startsWith("D JI M3E")
        .hasSize(80);
  }

  @Test
  void shouldNotLocateAPhotographByDroneDataAlone() throws IOException {
    // when
    Photograph photograph = usable(JpegFile.photographWithoutPosition().withXmp(ATTITUDE_ONLY));

    // then
    assertThat(photograph.droneData()).isTrue();
    assertThat(photograph.position()).isEmpty();
  }

  @Test
  void shouldNotTakeZerosForAPosition() throws IOException {
    // when / then
    assertThat(usable(JpegFile.plain(8, 8).at(0, 0)).position()).isEmpty();
  }

  @Test
  void shouldNotTakeZerosForATime() throws IOException {
    // when / then
    assertThat(usable(JpegFile.plain(8, 8).on("0000:00:00 00:00:00")).taken()).isEmpty();
  }

  @Test
  void shouldNoticeThatNoCameraTookAPicture() throws IOException {
    // when / then
    assertThat(usable(JpegFile.plain(8, 8)).hasCameraData()).isFalse();
    assertThat(usable(JpegFile.photographWithoutPosition()).hasCameraData()).isTrue();
  }

  @Test
  void shouldReadATiff() throws IOException {
    // given
    Path file = folder.resolve("a.tif");
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "tiff", file.toFile());

    // when
    Reading reading = read(file);

    // then
    assertThat(reading).isInstanceOf(Photograph.class);
    assertThat(((Photograph) reading).width()).isEqualTo(40);
    assertThat(((Photograph) reading).height()).isEqualTo(30);
  }

  @Test
  void shouldRefuseATiffThatIsCutOffBeforeItsDirectory() throws IOException {
    // given
    Path whole = folder.resolve("whole.tif");
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "tiff", whole.toFile());
    Path cut = Files.write(folder.resolve("cut.tif"), Arrays.copyOf(Files.readAllBytes(whole), 8));

    // when / then
    assertThat(read(cut)).isEqualTo(new Unusable(FindingCode.TRUNCATED_FILE));
  }

  @Test
  void shouldAcceptAHeicHeader() throws IOException {
    // given
    byte[] header = new byte[64];
    ByteBuffer.wrap(header)
        .putInt(24)
        .put("ftypheic".getBytes(StandardCharsets.US_ASCII))
        .putInt(0)
        .put("mif1heic".getBytes(StandardCharsets.US_ASCII));

    // when / then
    assertThat(read(Files.write(folder.resolve("a.heic"), header))).isInstanceOf(Photograph.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"meta", "mdat", "iprp"})
  void shouldNotReserveMemoryForABoxThatClaimsToBeHuge(String box) throws IOException {
    // given
    byte[] header = new byte[64];
    ByteBuffer.wrap(header)
        .putInt(24)
        .put("ftypheic".getBytes(StandardCharsets.US_ASCII))
        .putInt(0)
        .put("mif1heic".getBytes(StandardCharsets.US_ASCII))
        .putInt(0x7ffffff0)
        .put(box.getBytes(StandardCharsets.US_ASCII));

    // when / then
    assertThat(read(Files.write(folder.resolve("a.heic"), header))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PK not an image at all", "x", "\u0089PNG\r\n\u001a\n0123456789"})
  void shouldRefuseWhatIsNoPhotograph(String content) throws IOException {
    // given
    Path file = Files.write(folder.resolve("a.JPG"), content.getBytes(StandardCharsets.ISO_8859_1));

    // when / then
    assertThat(read(file)).isEqualTo(new Unusable(FindingCode.UNREADABLE_FILE));
  }

  @Test
  void shouldRefuseAnEmptyFile() throws IOException {
    // when / then
    assertThat(read(Files.createFile(folder.resolve("a.JPG"))))
        .isEqualTo(new Unusable(FindingCode.EMPTY_FILE));
  }

  @Test
  void shouldRefuseAFileThatIsGone() {
    // given
    SourceFile gone = new SourceFile("a.JPG", 10, Instant.EPOCH, true);

    // when / then
    assertThat(new PhotographReader().read(new FolderSource(folder), gone))
        .isEqualTo(new Unusable(FindingCode.UNREADABLE_FILE));
  }

  @Test
  void shouldRefuseAJpegThatIsCutOffAnywhere() throws IOException {
    // given
    JpegFile whole = JpegFile.plain(700, 500).takenBy("DJI", "M3E").at(44, -30);
    int length = whole.bytes().length;
    assertThat(length).as("more than one read from the end").isGreaterThan(2 * 64 * 1024);

    // when / then
    for (int kept : new int[] {length - 1, length - 2, length - 5_000, length / 2, 700, 60, 12}) {
      Path file = whole.cutTo(kept).writeTo(folder.resolve("a.JPG"));
      assertThat(read(file))
          .as("cut to %d of %d bytes", kept, length)
          .isEqualTo(new Unusable(FindingCode.TRUNCATED_FILE));
    }
  }

  @Test
  void shouldRefuseAJpegWhoseRestWasNeverWritten() throws IOException {
    // given
    byte[] bytes = JpegFile.plain(400, 300).bytes();
    Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 0);

    // when / then
    assertThat(read(new JpegFile(bytes).writeTo(folder.resolve("a.JPG"))))
        .isEqualTo(new Unusable(FindingCode.TRUNCATED_FILE));
  }

  @Test
  void shouldNotTakeTheEndOfAThumbnailForTheEndOfThePicture() throws IOException {
    // given
    byte[] thumbnail = JpegFile.plain(16, 16).bytes();
    JpegFile jpeg = JpegFile.plain(64, 48).withSegment(0xEB, thumbnail);

    // when / then
    assertThat(usable(jpeg).width()).isEqualTo(64);
    Path cut = jpeg.cutTo(jpeg.bytes().length - 10).writeTo(folder.resolve("b.JPG"));
    assertThat(read(cut)).isEqualTo(new Unusable(FindingCode.TRUNCATED_FILE));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4 * 1024 - 2, 4 * 1024 - 1, 4 * 1024, 68 * 1024 - 2, 300_000})
  void shouldFindTheEndBeforeWhatACameraAppends(int padding) throws IOException {
    // given
    JpegFile jpeg = JpegFile.photograph().followedBy(new byte[padding]);

    // when / then
    assertThat(usable(jpeg).camera()).isEqualTo("DJI M3E");
  }

  @Test
  void shouldReadOnlyTheHeaderOfALargePhotograph() throws IOException {
    // given
    Path file =
        JpegFile.plain(2400, 1800)
            .takenBy("DJI", "M3E")
            .at(44, -30)
            .writeTo(folder.resolve("a.JPG"));
    assertThat(Files.size(file)).isGreaterThan(2_000_000);
    CountingSource counting = new CountingSource(new FolderSource(folder));

    // when
    Reading reading = new PhotographReader().read(counting, source(file));

    // then
    assertThat(reading).isInstanceOf(Photograph.class);
    assertThat(counting.bytesRead()).isLessThan(64 * 1024);
  }

  @Test
  void shouldEndTheHeaderAtItsLimit() throws IOException {
    // given
    Path file = Files.write(folder.resolve("a.JPG"), new byte[100_000]);

    // when / then
    try (FileParts parts = new FolderSource(folder).parts(source(file));
        InputStream header = new HeaderStream(parts, 20_000)) {
      assertThat(header.read()).isZero();
      assertThat(header.readAllBytes()).hasSize(19_999);
      assertThat(header.read()).isEqualTo(-1);
    }
  }

  private Photograph usable(JpegFile jpeg) throws IOException {
    Reading reading = read(jpeg.writeTo(folder.resolve("a.JPG")));
    assertThat(reading).isInstanceOf(Photograph.class);
    return (Photograph) reading;
  }

  private static Reading read(Path file) throws IOException {
    return new PhotographReader().read(new FolderSource(file.getParent()), source(file));
  }

  private static SourceFile source(Path file) throws IOException {
    return new SourceFile(file.getFileName().toString(), Files.size(file), Instant.EPOCH, true);
  }
}
