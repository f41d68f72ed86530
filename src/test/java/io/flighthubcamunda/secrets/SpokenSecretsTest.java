package io.flighthubcamunda.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.ProductClasses;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A record says all that it holds unless it is told not to. */
class SpokenSecretsTest {

  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)token|.*(secret|sessionToken|accessKeyId|accessKey|password|signature).*|url");

  /** What a record insists on. */
  private static final Map<String, String> VALID =
      Map.of(
          "storePath", "a/{fileName}",
          "endPoint", "https://store.example",
          "projectUuid", "5b0b2b0e-3d53-4d0c-9a0a-3c8f5f0f7a11");

  static List<Class<?>> holders() {
    return ProductClasses.all().stream()
        .filter(Class::isRecord)
        .filter(type -> secrets(type).findAny().isPresent())
        .toList();
  }

  private static Stream<RecordComponent> secrets(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .filter(part -> part.getType() == String.class && SECRET.matcher(part.getName()).matches());
  }

  @Test
  void shouldKnowThoseThatHoldSecrets() {
    assertThat(holders())
        .extracting(Class::getSimpleName)
        .contains("StorageCredential", "DownloadUrl", "Access", "Credential", "Token");
  }

  @ParameterizedTest
  @MethodSource("holders")
  void shouldKeepSecretsOutOfWhatARecordSaysOfItself(Class<?> type) throws Exception {
    // given
    var parts = type.getRecordComponents();
    Constructor<?> constructor =
        type.getDeclaredConstructor(
            Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
    constructor.setAccessible(true);

    // when
    var said =
        constructor
            .newInstance(Arrays.stream(parts).map(SpokenSecretsTest::value).toArray())
            .toString();

    // then
    assertThat(secrets(type).map(SpokenSecretsTest::value).map(String::valueOf))
        .isNotEmpty()
        .noneMatch(said::contains);
  }

  private static Object value(RecordComponent part) {
    var type = part.getType();
    if (type == String.class) {
      return VALID.getOrDefault(part.getName(), "valueOf" + part.getName().toUpperCase());
    }
    if (type == int.class) {
      return 1;
    }
    if (type == long.class) {
      return 1L;
    }
    if (type == boolean.class) {
      return true;
    }
    return type == Instant.class ? Instant.EPOCH : type == Set.class ? Set.of() : null;
  }
}
