package io.flighthubcamunda.worker.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.api.ModelDetails;
import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.worker.job.Model;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WantedModelsTest {

  private static final String RESOURCE = "2f0c7b1e-5d53-4d0c-9a0a-3c8f5f0f7a11";

  @Test
  void shouldAdoptTheModelsOfItsResource() {
    // given
    var wanted = wanted(List.of("2d", "3d"));

    // when
    var found =
        wanted.among(
            List.of(listed(RESOURCE, "a", 1), listed(RESOURCE, "b", 2), listed("another", "c", 2)));

    // then
    assertThat(found)
        .isEqualTo(Map.of(ReconstructionType.TWO_D, "a", ReconstructionType.THREE_D, "b"));
  }

  @Test
  void shouldNotTakeAnEarlierModelOfTheSameTypeForTheNewOne() {
    // given
    var wanted = wanted(List.of("3d"), model("failed"));

    // when
    var before = wanted.among(List.of(listed(RESOURCE, "failed", 2)));
    var after = wanted.among(List.of(listed(RESOURCE, "new", 2), listed(RESOURCE, "failed", 2)));

    // then
    assertThat(before).isEmpty();
    assertThat(after).isEqualTo(Map.of(ReconstructionType.THREE_D, "new"));
  }

  @Test
  void shouldNotTakeARunningModelOfAnotherTypeForAnEarlierStart() {
    // given
    var wanted = wanted(List.of("3d"));

    // when
    var found = wanted.among(List.of(listed(RESOURCE, "still-runs", 1)));

    // then
    assertThat(found).isEmpty();
  }

  @Test
  void shouldBearEntriesThatSayNothing() {
    // given
    var wanted = wanted(List.of("3d"), null, model(null));

    // when
    var found = wanted.among(List.of(listed(null, null, 0), listed(RESOURCE, "new", 2)));

    // then
    assertThat(found).isEqualTo(Map.of(ReconstructionType.THREE_D, "new"));
  }

  private static WantedModels wanted(List<String> types, Model... earlier) {
    return WantedModels.of(
        new StartVariables(RESOURCE, types, Map.of(), Arrays.asList(earlier), null));
  }

  private static Model model(String uuid) {
    return Model.started(ReconstructionType.THREE_D, uuid, null, null);
  }

  private static ModelDetails listed(String resource, String uuid, int type) {
    return new ModelDetails(resource, uuid, type, 14, 0, 0, 0, 0, 0, "");
  }
}
