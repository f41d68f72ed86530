package io.flighthubcamunda.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class UploadLevelTest {

  @Test
  void shouldServeInTheOrderOfAsking() throws InterruptedException {
    // given
    var level = new UploadLevel(1, 1);
    var served = new CopyOnWriteArrayList<Integer>();
    var threads = new ArrayList<Thread>();
    try (var first = level.acquire()) {
      for (int i = 0; i < 5; i++) {
        threads.add(asking(level, i, served));
      }
    }

    // then
    for (var thread : threads) {
      thread.join();
    }
    assertThat(served).containsExactly(0, 1, 2, 3, 4);
  }

  private static Thread asking(UploadLevel level, int number, List<Integer> served) {
    var thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  try (var permit = level.acquire()) {
                    served.add(number);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    await().until(() -> thread.getState() == Thread.State.WAITING);
    return thread;
  }

  @Test
  void shouldLetMoreInWhenTheyBringMore() throws InterruptedException {
    // given
    var now = new AtomicLong();
    var level = new UploadLevel(2, 32, now::get);
    var permits = new ArrayList<UploadLevel.Permit>();

    level.slowDown();
    assertThat(level.level()).isEqualTo(16);

    // when
    for (int step = 0; step < 3000; step++) {
      while (permits.size() > level.level()) {
        permits.removeLast().close();
      }
      while (permits.size() < level.level()) {
        permits.add(level.acquire());
      }
      now.addAndGet(10_000_000);
      level.sent(permits.size() * 20_000L);
    }

    // then
    assertThat(level.level()).isGreaterThanOrEqualTo(24);
  }

  @Test
  void shouldHoldBackUntilFilesBeyondAFallenLevelAreThrough() throws InterruptedException {
    // given
    var level = new UploadLevel(2, 4);
    var permits = List.of(level.acquire(), level.acquire(), level.acquire(), level.acquire());
    level.slowDown();
    assertThat(level.level()).isEqualTo(2);
    var served = new CopyOnWriteArrayList<Integer>();
    var thread = asking(level, 1, served);

    // when
    permits.get(0).close();
    permits.get(1).close();

    // then
    await().until(() -> thread.getState() == Thread.State.WAITING);
    assertThat(served).isEmpty();
    permits.get(2).close();
    thread.join();
    assertThat(served).containsExactly(1);
  }

  @Test
  void shouldRefuseBoundsThatAreNone() {
    assertThatThrownBy(() -> new UploadLevel(0, 4)).hasMessageContaining("they are 0 and 4");
    assertThatThrownBy(() -> new UploadLevel(5, 4)).hasMessageContaining("they are 5 and 4");
  }
}
