package io.flighthubcamunda.worker.admission;

import io.camunda.client.api.response.ActivatedJob;

/** A job, and until when it surely is with nobody else. */
record LeasedJob(ActivatedJob job, JobLease lease) {

  /**
   * @throws JobLostException when another worker may have the job
   */
  void requireOurs() {
    if (!lease.holds()) {
      throw new JobLostException(
          "Job %d took too long, so that another worker may have it; nothing more is done here."
              .formatted(job.getKey()));
    }
  }
}
