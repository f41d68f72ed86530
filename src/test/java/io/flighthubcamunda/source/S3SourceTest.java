package io.flighthubcamunda.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flighthubcamunda.api.RawServer;
import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.imageset.BatchLimits;
import io.flighthubcamunda.imageset.ImageSetCheck;
import io.flighthubcamunda.imageset.ImageSetException;
import io.flighthubcamunda.imageset.ImageSetException.Code;
import io.flighthubcamunda.imageset.ImageSource;
import io.flighthubcamunda.imageset.SourceFile;
import io.flighthubcamunda.imageset.SourceFileChangedException;
import io.flighthubcamunda.imageset.SourceUnavailableException;
import io.flighthubcamunda.s3.HostileXml;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class S3SourceTest {

  private static final Set<ReconstructionType> THREE_D = Set.of(ReconstructionType.THREE_D);
  private static final Set<ReconstructionType> LIDAR = Set.of(ReconstructionType.LIDAR);

  private static SourceStore store;
  private static int sites;

  private String site;

  @BeforeAll
  static void startStore() {
    store = SourceStore.start();
  }

  @AfterAll
  static void stopStore() {
    store.close();
  }

  @BeforeEach
  void nameSite() {
    site = "site-" + sites++;
  }

  @Test
  void shouldListThePhotographsBelowAPrefix() {
    // given
    put(
        "b.JPG",
        "100MEDIA/a.jpg",
        "notes.txt",
        ".DS_Store",
        "._b.JPG",
        ".trash/c.jpg",
        "Thumbs.db");
    store.put(site + "-other/x.JPG", new byte[] {1});
    store.put(site + "/101MEDIA/", new byte[0]);

    // when
    var source = source();

    // then
    assertThat(paths(source.scan(THREE_D).files())).containsExactly("100MEDIA/a.jpg", "b.JPG");
    assertThat(paths(source.scan(LIDAR).files()))
        .containsExactly("100MEDIA/a.jpg", "b.JPG", "notes.txt");
    assertThat(source.name()).isEqualTo(site);
    assertThat(source.location()).isEqualTo("s3://surveys/" + site);
  }

  @Test
  void shouldListMoreThanOnePage() {
    // given
    for (int i = 0; i < 20; i++) {
      put("IMG_%04d.JPG".formatted(i));
    }
    var settings = new S3SourceSettings(store.endpoint().toString(), "", false);
    var inSevens =
        new S3Source(
            S3Location.parse("s3://surveys/" + site),
            new S3Access(settings, store.credentials()),
            7);

    // when
    var files = inSevens.scan(THREE_D).files();

    // then
    assertThat(files).hasSize(20);
    assertThat(files.getLast().relativePath()).isEqualTo("IMG_0019.JPG");
    assertThat(source().scan(THREE_D).files()).isEqualTo(files);
  }

  @Test
  void shouldCheckPhotographsWithoutReadingThemInFull() throws IOException {
    // given
    var photograph = jpeg();
    for (int i = 1; i <= 5; i++) {
      store.put("%s/IMG_%d.JPG".formatted(site, i), photograph);
    }
    store.put(site + "/IMG_6.JPG", Arrays.copyOf(photograph, photograph.length / 2));
    store.put(site + "/IMG_7.JPG", new byte[0]);

    // when
    var report = new ImageSetCheck().check(source(), null, THREE_D, BatchLimits.DEFAULT);

    // then
    assertThat(report.usable()).as(report.errors().toString()).isTrue();
    assertThat(report.name()).isEqualTo(site);
    assertThat(report.imageCount()).isEqualTo(5);
    assertThat(report.leftOut()).containsExactly("IMG_6.JPG", "IMG_7.JPG");
    assertThat(report.summary().resolutions()).containsKey("600 x 400");
  }

  @Test
  void shouldReadAnObjectFromAnyByteOn() throws IOException {
    // given
    var content = new byte[300_000];
    new Random(5).nextBytes(content);
    store.put(site + "/a.JPG", content);
    var source = source();
    var file = source.scan(THREE_D).files().getFirst();

    // when / then
    try (var whole = source.open(file, 0);
        var rest = source.open(file, 299_000)) {
      assertThat(whole.readAllBytes()).isEqualTo(content);
      assertThat(rest.readAllBytes()).isEqualTo(Arrays.copyOfRange(content, 299_000, 300_000));
    }
    try (var broken = source.open(file, 0)) {
      assertThat(broken.read()).isEqualTo(content[0] & 0xFF);
    }
    source.requireUnchanged(file);
  }

  @Test
  void shouldOpenAnEmptyObject() throws IOException {
    // given
    put("a.JPG", "b.LDR");
    store.put(site + "/b.LDR", new byte[0]);
    var source = source();
    var file = source.scan(LIDAR).files().getLast();

    // when / then
    try (var in = source.open(file, 0)) {
      assertThat(in.readAllBytes()).isEmpty();
    }
  }

  @Test
  void shouldNameAnObjectThatChanged() {
    // given
    put("a.JPG");
    var source = source();
    var file = source.scan(THREE_D).files().getFirst();

    // when
    store.put(site + "/a.JPG", new byte[] {2});

    // then
    assertThatThrownBy(() -> source.requireUnchanged(file))
        .isInstanceOf(SourceFileChangedException.class)
        .hasMessageStartingWith("a.JPG changed after the check");
    assertThatThrownBy(() -> source.open(file, 0))
        .isInstanceOf(SourceFileChangedException.class)
        .hasMessageStartingWith("a.JPG changed after the check");
  }

  @Test
  void shouldNameAnObjectThatIsGone() {
    // given
    put("a.JPG");
    var source = source();
    var file = source.scan(THREE_D).files().getFirst();

    // when
    store.delete(site + "/a.JPG");

    // then
    assertThatThrownBy(() -> source.requireUnchanged(file))
        .isInstanceOf(SourceFileChangedException.class)
        .hasMessageStartingWith("a.JPG was there at the check and is gone now");
    assertThatThrownBy(() -> source.open(file, 0)).isInstanceOf(SourceFileChangedException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\b.JPG", "tab\there.JPG"})
  void shouldRefuseKeysThatAreNoPaths(String key) {
    // given
    put("fine.JPG", key);

    // when / then
    assertThatThrownBy(() -> source().scan(THREE_D))
        .isInstanceOf(ImageSetException.class)
        .hasMessageContaining(key.replace('\t', '?'))
        .hasMessageContaining("rename it or move it away");
  }

  @Test
  void shouldSayThatABucketIsMissing() {
    // given
    var sources = sources(store.credentials(), "s3://no-such-bucket");

    // when / then
    assertThatThrownBy(() -> sources.open("s3://no-such-bucket/x").scan(THREE_D))
        .isInstanceOf(ImageSetException.class)
        .hasMessageContaining("no such bucket")
        .hasMessageContaining("s3://no-such-bucket/x")
        .extracting("code")
        .isEqualTo(Code.FOLDER_MISSING);
  }

  @Test
  void shouldSayThatTheCredentialsAreRefused() {
    // given
    var wrong = StaticCredentialsProvider.create(AwsBasicCredentials.create("AKWRONG", "s3cr3t"));
    var source = sources(wrong, "s3://surveys").open("s3://surveys/" + site);

    // when / then
    assertThatThrownBy(() -> source.scan(THREE_D))
        .isInstanceOf(ImageSetException.class)
        .hasMessageContaining("refused the list of s3://surveys/" + site)
        .hasMessageContaining("s3:GetObject")
        .hasMessageNotContaining("s3cr3t")
        .extracting("code")
        .isEqualTo(Code.UNREADABLE);
  }

  @Test
  void shouldSayThatTheStoreCannotBeReached() {
    // given
    var settings = new S3SourceSettings("http://127.0.0.1:1", "", true);
    var sources =
        new ImageSources(
            ImageRoots.of(List.of("s3://surveys")), new S3Access(settings, store.credentials()));

    // when / then
    assertThatThrownBy(() -> sources.open("s3://surveys").scan(THREE_D))
        .isInstanceOf(SourceUnavailableException.class)
        .hasMessageContaining("http://127.0.0.1:1")
        .hasMessageContaining("the list of s3://surveys");
  }

  @ParameterizedTest
  @EnumSource(HostileXml.class)
  void shouldNeitherFetchNorExpandWhatAListWants(HostileXml hostile) {
    try (var elsewhere = RawServer.answering(200, "Elsewhere");
        var evil =
            RawServer.answering(
                200,
                Map.of("Content-Type", "application/xml"),
                hostile.document(
                    elsewhere.uri(),
                    "<ListBucketResult><Name>surveys</Name><IsTruncated>false</IsTruncated>"
                        + "<Contents><Key>A&x;.JPG</Key><Size>1</Size></Contents>"
                        + "</ListBucketResult>"))) {
      // given
      var settings = new S3SourceSettings(evil.uri().toString(), "", true);
      var source =
          new ImageSources(
                  ImageRoots.of(List.of("s3://surveys")),
                  new S3Access(settings, store.credentials()))
              .open("s3://surveys");

      // when
      var refusal =
          catchThrowableOfType(SourceUnavailableException.class, () -> source.scan(THREE_D));

      // then
      assertThat(refusal)
          .hasMessageContaining("did not give the list of s3://surveys")
          .hasMessageNotContainingAny("Expanded", "\n");
      assertThat(elsewhere.asked()).isEmpty();
    }
  }

  private ImageSource source() {
    return sources(store.credentials(), "s3://surveys").open("s3://surveys/" + site);
  }

  private static ImageSources sources(AwsCredentialsProvider keys, String root) {
    var settings = new S3SourceSettings(store.endpoint().toString(), "", false);
    return new ImageSources(ImageRoots.of(List.of(root)), new S3Access(settings, keys));
  }

  private void put(String... names) {
    for (var name : names) {
      store.put(site + "/" + name, new byte[] {1});
    }
  }

  private static List<String> paths(List<SourceFile> files) {
    return files.stream().map(SourceFile::relativePath).toList();
  }

  /** Grained, so that it is longer than its header and its end. */
  private static byte[] jpeg() throws IOException {
    var picture = new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB);
    var random = new Random(1);
    for (int y = 0; y < 400; y++) {
      for (int x = 0; x < 600; x++) {
        picture.setRGB(x, y, random.nextInt(0x1000000));
      }
    }
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpg", bytes);
    return bytes.toByteArray();
  }
}
