package io.flighthubcamunda.result;

import io.flighthubcamunda.api.ReconstructionType;

/**
 * @param uuid FlightHub's
 * @param zipFileKey storage key of the archive; FlightHub's word, goes nowhere but to the store
 */
public record FinishedModel(ReconstructionType type, String uuid, String zipFileKey) {

  /** Name of the archive in a result folder. */
  String fileName() {
    return type.label() + ".zip";
  }

  /** Name of what is there of the archive so far; no other model's has it. */
  String partName() {
    return ".%s-%s.part".formatted(type.label(), ResultFolder.fileName(uuid));
  }
}
