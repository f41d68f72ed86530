package io.flighthubcamunda.worker.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.imageset.SourceFileChangedException;
import io.flighthubcamunda.upload.UploadCancelledException;
import io.flighthubcamunda.worker.job.BatchEnd.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchWatchTest {

  private final List<BatchEnd> ends = new ArrayList<>();
  private final BatchWatch watch =
      BatchWatch.start(
          new WorkerListener() {
            @Override
            public void batchEnded(BatchEnd end) {
              ends.add(end);
            }
          });

  @Test
  void shouldTellOfABatchThatWasUploaded() {
    // when
    watch.uploaded(7);

    // then
    assertThat(ends)
        .singleElement()
        .satisfies(
            end -> {
              assertThat(end.outcome()).isEqualTo(Outcome.UPLOADED);
              assertThat(end.files()).isEqualTo(7);
              assertThat(end.duration()).isPositive();
            });
  }

  @Test
  void shouldNotCallACancelledBatchFailed() {
    // when
    watch.ended(new UploadCancelledException("The instance ended."));

    // then
    assertThat(ends).extracting(BatchEnd::outcome).containsExactly(Outcome.CANCELLED);
  }

  @Test
  void shouldCallABatchFailedThatEndedInAnyOtherWay() {
    // when
    watch.ended(new SourceFileChangedException("DJI_0001.JPG changed."));

    // then
    assertThat(ends).extracting(BatchEnd::outcome).containsExactly(Outcome.FAILED);
    assertThat(ends).extracting(BatchEnd::files).containsExactly(0);
  }
}
