package io.flighthubcamunda.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flighthubcamunda.imageset.FileKind;
import io.flighthubcamunda.imageset.ImageSetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectKeyTest {

  private static final S3Location SITE = S3Location.parse("s3://surveys/site");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a.JPG",
        "x//a.JPG",
        "../a.JPG",
        "x/../a.JPG",
        "x/./a.JPG",
        "x\\a.JPG",
        "a\nb.JPG"
      })
  void shouldRefuseAKeyThatIsNoPathAndNameIt(String key) {
    assertThatThrownBy(() -> new ObjectKey(key).requirePlain(SITE))
        .isInstanceOf(ImageSetException.class)
        .hasMessageContaining("\"" + key.replace('\n', '?') + "\" in s3://surveys/site")
        .hasMessageContaining("rename it or move it away");
    assertThat(new ObjectKey(key).kind()).isEqualTo(FileKind.IMAGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.JPG", "100MEDIA/Süd Seite.JPG", "a..b/..c.d/%2e%2e.jpg"})
  void shouldTakeAKeyThatIsAPath(String key) {
    new ObjectKey(key).requirePlain(SITE);
  }

  @ParameterizedTest
  @CsvSource({
    "a.JPG, IMAGE",
    "x/a.tiff, IMAGE",
    "x/track.LDR, OTHER",
    ".x/a.JPG, HIDDEN",
    "x/.a.JPG, HIDDEN",
    "x/Thumbs.db, HIDDEN"
  })
  void shouldKnowWhatAnObjectIsByItsName(String key, FileKind kind) {
    assertThat(new ObjectKey(key).kind()).isEqualTo(kind);
  }

  @Test
  void shouldKnowFoldersThatToolsMake() {
    assertThat(new ObjectKey("").isFolder()).isTrue();
    assertThat(new ObjectKey("100MEDIA/").isFolder()).isTrue();
    assertThat(new ObjectKey("100MEDIA").isFolder()).isFalse();
  }
}
