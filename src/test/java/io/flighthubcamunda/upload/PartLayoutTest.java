package io.flighthubcamunda.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartLayoutTest {

  @Test
  void shouldCutAFileIntoPartsThatEndWhereTheNextBegins() {
    // given
    var layout = PartLayout.of(25, 10);

    // then
    assertThat(layout.count()).isEqualTo(3);
    assertThat(layout.begin(3)).isEqualTo(20);
    assertThat(layout.length(2)).isEqualTo(10);
    assertThat(layout.length(3)).isEqualTo(5);
  }

  @Test
  void shouldMakeNoEmptyPart() {
    assertThat(PartLayout.of(20, 10).count()).isEqualTo(2);
    assertThat(PartLayout.of(1, 10).count()).isEqualTo(1);
  }

  @Test
  void shouldMakeLongerPartsWhereAFileWouldHaveTooMany() {
    // given
    long most = 5L << 40;

    // when
    var layout = PartLayout.of(most, 64 << 20);

    // then
    assertThat(layout.count()).isEqualTo(10_000);
    assertThat(layout.begin(10_000) + layout.length(10_000)).isEqualTo(most);
  }
}
