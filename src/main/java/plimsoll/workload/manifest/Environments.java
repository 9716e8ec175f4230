package plimsoll.workload.manifest;

import java.util.List;
import java.util.stream.Stream;
import plimsoll.document.Node;

/** The variables that a workload's containers are given, and where these come from. */
final class Environments {
  private Environments() {}

  /**
   * A variable.
   *
   * @param value missing when it comes from a secret or is not stated
   */
  record Variable(String name, Node value, Manifest where) {}

  /** Those stated in place and those of ConfigMaps that were read. */
  static Stream<Variable> variables(Running workload, Scene scene) {
    return workload.containers().stream()
        .flatMap(
            container ->
                Stream.concat(stated(workload, container), taken(workload, container, scene)));
  }

  private static Stream<Variable> stated(Running workload, Node container) {
    return container.at("env").items().stream()
        .map(
            one -> {
              var value = one.at("value");
              boolean elsewhere = one.at("valueFrom").isMap();
              return new Variable(
                  one.at("name").text(), elsewhere ? one.at("name") : value, workload.manifest());
            });
  }

  private static Stream<Variable> taken(Running workload, Node container, Scene scene) {
    return container.at("envFrom").items().stream()
        .map(from -> from.at("configMapRef", "name").text())
        .filter(name -> !name.isEmpty())
        .flatMap(name -> scene.near(workload, "ConfigMap").filter(map -> map.name().equals(name)))
        .flatMap(
            map ->
                map.at("data").fields().entrySet().stream()
                    .map(one -> new Variable(one.getKey(), one.getValue(), map)));
  }

  /** Whether a template hides some of the containers, their variables or the pods' notes. */
  static boolean isOpen(Running workload) {
    return workload.containers().isEmpty()
        || Open.is(Open.at(workload.pod(), "metadata", "annotations"))
        || workload.containers().stream()
            .anyMatch(
                one ->
                    List.of("env", "envFrom", "args").stream()
                        .anyMatch(field -> hides(Open.at(one, field))));
  }

  private static boolean hides(Node list) {
    return Open.is(list)
        || list.items().stream().anyMatch(item -> Open.is(item) || Open.is(item.at("name")));
  }
}
