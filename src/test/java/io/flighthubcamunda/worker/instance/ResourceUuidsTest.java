package io.flighthubcamunda.worker.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceUuidsTest {

  private static final long KEY = 2_251_799_813_685_249L;

  private final ResourceUuids uuids = new ResourceUuids("north");

  @ParameterizedTest
  @ValueSource(longs = {KEY, 0, 1, -1, 15, 16, 65_535, 65_536, Long.MAX_VALUE, Long.MIN_VALUE})
  void shouldReadTheInstanceOutOfItsResource(long key) {
    // when
    var resourceUuid = uuids.ofInstance(key);

    // then
    assertThat(uuids.instanceOf(resourceUuid)).hasValue(key);
  }

  @Test
  void shouldReadAnyKey() {
    // given
    var keys = new Random(7).longs(10_000);

    // then
    assertThat(keys.allMatch(key -> uuids.instanceOf(uuids.ofInstance(key)).orElse(~key) == key))
        .isTrue();
  }

  @Test
  void shouldLookLikeARandomUuid() {
    // given
    var keys = LongStream.range(KEY, KEY + 1000);

    // then
    assertThat(keys.mapToObj(uuids::ofInstance).map(UUID::fromString))
        .allSatisfy(
            uuid -> {
              assertThat(uuid.version()).isEqualTo(4);
              assertThat(uuid.variant()).isEqualTo(2);
            });
  }

  @Test
  void shouldStayTheSameFromReleaseToRelease() {
    // then what lies in FlightHub was named by an earlier release
    assertThat(uuids.ofInstance(KEY)).isEqualTo("00080000-0000-4000-85a2-03f8abd02194");
  }

  @Test
  void shouldNotDependOnUpperCase() {
    // given
    var resourceUuid = uuids.ofInstance(KEY).toUpperCase(Locale.ROOT);

    // then
    assertThat(uuids.instanceOf(resourceUuid)).hasValue(KEY);
  }

  @Test
  void shouldTellInstallationsApart() {
    // given
    var south = new ResourceUuids("south");

    // when
    var ofSouth = south.ofInstance(KEY);

    // then
    assertThat(ofSouth).isNotEqualTo(uuids.ofInstance(KEY));
    assertThat(uuids.instanceOf(ofSouth)).isEmpty();
  }

  @Test
  void shouldNotTakeAChangedUuidForOurs() {
    // given
    var resourceUuid = uuids.ofInstance(KEY);
    var changed =
        LongStream.range(0, resourceUuid.length())
            .filter(at -> resourceUuid.charAt((int) at) != '-')
            .mapToObj(at -> withOtherDigit(resourceUuid, (int) at));

    // then
    assertThat(changed)
        .hasSize(32)
        .allSatisfy(uuid -> assertThat(uuids.instanceOf(uuid)).isEmpty());
  }

  @Test
  void shouldNotTakeUuidsOfOthersForOurs() {
    // given
    var random = new Random(11);

    // then
    for (int i = 0; i < 100_000; i++) {
      var uuid = UUID.nameUUIDFromBytes(String.valueOf(random.nextLong()).getBytes());
      var version4 =
          new UUID(uuid.getMostSignificantBits() ^ 0x7000L, uuid.getLeastSignificantBits());
      assertThat(version4.version()).isEqualTo(4);
      assertThat(uuids.instanceOf(version4.toString())).isEmpty();
    }
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "resource", "1-1-4-8-1", "2f0c7b1e-5d53-4d0c-9a0a-3c8f5f0f7a11 "})
  void shouldNotTakeAnythingElseForOurs(String text) {
    assertThat(uuids.instanceOf(text)).isEmpty();
  }

  private static String withOtherDigit(String uuid, int at) {
    var other = uuid.charAt(at) == '8' ? '9' : '8';
    return uuid.substring(0, at) + other + uuid.substring(at + 1);
  }
}
