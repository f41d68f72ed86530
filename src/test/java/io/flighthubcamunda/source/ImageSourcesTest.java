package io.flighthubcamunda.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flighthubcamunda.imageset.FolderSource;
import io.flighthubcamunda.imageset.ImageSetException;
import io.flighthubcamunda.imageset.ImageSetException.Code;
import io.flighthubcamunda.imageset.ListFileSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageSourcesTest {

  @TempDir Path temporary;

  private Path root;
  private ImageSources sources;

  @BeforeEach
  void createRoot() throws IOException {
    root = Files.createDirectory(temporary.toRealPath().resolve("root"));
    sources = sources(root.toString(), "s3://surveys/2026", "s3://whole-bucket");
  }

  @Test
  void shouldOpenAFolder() throws IOException {
    // given
    var folder = Files.createDirectory(root.resolve("site.txt"));

    // when / then
    var source = new FolderSource(folder, List.of(root));
    assertThat(sources.open(folder.toString())).isEqualTo(source);
    assertThat(sources.open("site.txt")).isEqualTo(source);
  }

  @Test
  void shouldOpenAListFile() throws IOException {
    // given
    var list = Files.writeString(root.resolve("Site A.TXT"), "");

    // when
    var source = sources.open(list.toString());

    // then
    assertThat(source).isInstanceOf(ListFileSource.class);
    assertThat(source.name()).isEqualTo("Site A");
    assertThat(source.location()).isEqualTo(list.toString());
  }

  @Test
  void shouldRefuseAListFileOutsideOfTheRoots() throws IOException {
    // given
    var list = Files.writeString(temporary.resolve("list.txt"), "");

    // when / then
    assertRefused(list.toString(), Code.OUTSIDE_ROOTS, "does not lie under");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3://surveys/2026",
        "s3://surveys/2026/site/",
        "S3://whole-bucket",
        " s3://whole-bucket/x"
      })
  void shouldOpenABucketBelowARoot(String text) {
    // when
    var source = sources.open(text);

    // then
    assertThat(source.location()).startsWith("s3://").doesNotEndWith("/");
    assertThat(sources.open(source.location()).location()).isEqualTo(source.location());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"s3://surveys", "s3://surveys/2025", "s3://surveys/20260", "s3://other/2026"})
  void shouldRefuseABucketOutsideOfTheRoots(String text) {
    assertRefused(
        text,
        Code.OUTSIDE_ROOTS,
        text
            + " does not lie under a configured image root (s3://surveys/2026, s3://whole-bucket)");
  }

  @Test
  void shouldAllowNoBucketByDefault() {
    // given
    sources = sources(root.toString());

    // when / then
    assertRefused("s3://surveys/2026", Code.OUTSIDE_ROOTS, "no bucket is among them");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3://",
        "s3:///x",
        "s3://surveys/2026/../2025",
        "s3://surveys/2026//x",
        "s3://a b/c",
        "s3://surveys/2026/x\ny"
      })
  void shouldRefuseWhatIsNoPlaceInABucket(String text) {
    assertRefused(text, Code.FOLDER_MISSING, "write s3://bucket/prefix");
  }

  @ParameterizedTest
  @ValueSource(strings = {"store.example.com", "ftp://store", "https://store/bucket"})
  void shouldRefuseAnEndpointThatIsNone(String endpoint) {
    assertThatThrownBy(() -> new S3SourceSettings(endpoint, "", false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("flighthub.source.s3.endpoint");
  }

  private void assertRefused(String text, Code code, String words) {
    assertThatThrownBy(() -> sources.open(text))
        .isInstanceOf(ImageSetException.class)
        .hasMessageContaining(words)
        .extracting("code")
        .isEqualTo(code);
  }

  private static ImageSources sources(String... roots) {
    return new ImageSources(ImageRoots.of(List.of(roots)), S3SourceSettings.AWS);
  }
}
