package io.flighthubcamunda.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReconstructionTest extends SimulatorFixture {

  @Test
  void shouldLeadFromUploadToArchive() {
    // given
    start();
    String resource = UUID.randomUUID().toString();
    api.add(resource, TestApi.photographs("A_", 3));
    api.add(resource, TestApi.photographs("B_", 3));
    assertThat(api.resource(resource).at("/data/file_names")).hasSize(6);

    // when
    String uuid = api.started(resource, "3d");

    // then
    assertThat(api.model(uuid).path("model_status").asInt()).isEqualTo(12);
    clock.moveSeconds(2 + 10);
    JsonNode halfWay = api.model(uuid);
    assertThat(halfWay.path("model_status").asInt()).isEqualTo(14);
    assertThat(halfWay.path("reconstruction_progress").asInt()).isEqualTo(50);
    assertThat(api.running()).hasSize(1);
    clock.moveSeconds(10);
    assertThat(api.model(uuid).path("model_status").asInt()).isEqualTo(15);
    assertThat(api.model(uuid).path("zip_status").asInt()).isZero();
    clock.moveSeconds(2);
    assertThat(api.model(uuid).path("zip_status").asInt()).isEqualTo(1);
    clock.moveSeconds(1);
    JsonNode ready = api.model(uuid);
    assertThat(ready.path("zip_status").asInt()).isEqualTo(2);
    assertThat(ready.path("zip_file_key").asText()).isNotEmpty();
    try (TestStore store = new TestStore(api.obtainToken())) {
      assertThat(store.getKey(ready.path("zip_file_key").asText()))
          .hasSize(ready.path("model_size").asInt());
    }
  }
}
