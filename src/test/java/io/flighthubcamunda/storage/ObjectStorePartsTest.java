package io.flighthubcamunda.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flighthubcamunda.api.TestConnection;
import io.flighthubcamunda.simulator.Simulator;
import io.flighthubcamunda.simulator.SimulatorSettings;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObjectStorePartsTest {

  /** S3 takes no smaller part but the last. */
  private static final int PART = 5 << 20;

  private static BytesContent part(int size, int filledWith) {
    var bytes = new byte[size];
    Arrays.fill(bytes, (byte) filledWith);
    return new BytesContent(bytes);
  }

  @Test
  void shouldMakeAnObjectOfParts() throws IOException {
    // given
    try (var simulator = Simulator.start(SimulatorSettings.defaults())) {
      var credential = TestConnection.openModel(simulator).obtainToken();
      var store = ObjectStore.of(credential, TestCredential.connections());

      var name = "A cloud+1.LDR";
      var upload = store.startParts(name);
      var second = store.putPart(name, upload, 2, part(100, 2), ChunkObserver.NONE);
      var first = store.putPart(name, upload, 1, part(PART, 1), ChunkObserver.NONE);

      // when
      assertThat(store.listParts(name, upload)).isEqualTo(Map.of(1, first, 2, second));
      var etag = store.completeParts(name, upload, List.of(first, second));

      // then
      assertThat(etag).contains("-2");
      try (var object = store.get(credential.keyOf(name))) {
        var bytes = object.readAllBytes();
        assertThat(bytes).hasSize(PART + 100);
        assertThat(bytes[PART - 1]).isEqualTo((byte) 1);
        assertThat(bytes[PART]).isEqualTo((byte) 2);
      }
    }
  }

  @Test
  void shouldForgetAbandonedParts() {
    // given
    try (var simulator = Simulator.start(SimulatorSettings.defaults())) {
      var credential = TestConnection.openModel(simulator).obtainToken();
      var store = ObjectStore.of(credential, TestCredential.connections());

      var upload = store.startParts("A.LDR");
      var etag = store.putPart("A.LDR", upload, 1, part(100, 1), ChunkObserver.NONE);

      // when
      store.abandonParts("A.LDR", upload);

      // then
      assertThatThrownBy(() -> store.completeParts("A.LDR", upload, List.of(etag)))
          .isInstanceOfSatisfying(
              StorageException.class,
              e -> assertThat(e.kind()).isEqualTo(StorageException.Kind.LASTING))
          .hasMessageContaining("completion of the parts of A.LDR");
    }
  }
}
