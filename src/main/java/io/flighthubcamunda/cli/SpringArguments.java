package io.flighthubcamunda.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Properties on the command line, such as {@code --flighthub.base-url=…}; nothing else passes. */
final class SpringArguments {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Unmatched private List<String> unmatched = new ArrayList<>();

  /**
   * @throws ParameterException for an argument that is no property of ours, of Camunda's or
   *     Spring's
   */
  String[] properties() {
    for (var argument : unmatched) {
      if (!argument.matches("--(flighthub|camunda|spring|logging)\\.[^=]+=.*")) {
        throw new ParameterException(
            command.commandLine(),
            ("Unknown argument '%s'. Properties are written --flighthub.NAME=VALUE or"
                    + " --camunda.client.NAME=VALUE.")
                .formatted(argument));
      }
    }
    return unmatched.toArray(String[]::new);
  }
}
