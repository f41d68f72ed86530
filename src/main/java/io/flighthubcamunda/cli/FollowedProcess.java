package io.flighthubcamunda.cli;

import java.util.List;

/**
 * A process whose instances are started and followed from a terminal.
 *
 * @param uuidVariable name of the variable that tells an instance from all others
 * @param variables names of those that an instance leaves when it ends; {@link #OUTCOME} is one
 * @param end what these variables make
 */
record FollowedProcess<E>(String id, String uuidVariable, List<String> variables, Class<E> end) {

  /** Every process of ours leaves this variable, however it ends. */
  static final String OUTCOME = "outcome";
}
