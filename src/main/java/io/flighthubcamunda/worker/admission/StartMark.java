package io.flighthubcamunda.worker.admission;

import io.camunda.client.CamundaClient;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import org.springframework.stereotype.Component;

/** Tells the engine, on the task, that FlightHub is about to be asked for a start. */
@Component
class StartMark {

  private final CamundaClient engine;
  private final InstantSource clock;

  StartMark(CamundaClient engine, InstantSource clock) {
    this.engine = engine;
    this.clock = clock;
  }

  /**
   * On return, every worker that gets the job later finds the mark on it.
   *
   * @throws JobLostException when that isn't certain, or the task has ended: nothing may be started
   */
  void set(LeasedJob job) throws InterruptedException {
    job.requireOurs();
    if (write(job, clock.instant().toString()) != EngineCommand.Result.TAKEN) {
      throw new JobLostException(
          "Job %d has ended, so that nothing is started for it.".formatted(job.job().getKey()));
    }
    job.requireOurs();
  }

  /**
   * FlightHub has surely not taken the request.
   *
   * @throws JobLostException when another worker may rely on the mark by now; it stays
   */
  void remove(LeasedJob job) throws InterruptedException {
    job.requireOurs();
    write(job, null);
  }

  private EngineCommand.Result write(LeasedJob job, String value) throws InterruptedException {
    var variables =
        new HashMap<String, Object>(Collections.singletonMap(StartVariables.MARK, value));
    return EngineCommand.send(
        () ->
            engine
                .newSetVariablesCommand(job.job().getElementInstanceKey())
                .variables(variables)
                .local(true)
                .send()
                .join());
  }
}
