package plimsoll.estate;

/**
 * What is kept of an ApplicationSet of Argo CD.
 *
 * @param broken whether it says that it can't make its Applications as they are written down
 */
record Generated(boolean broken) {

  static Generated of(ClusterObject object) {
    return new Generated(
        object.conditions().stream()
            .anyMatch(
                one -> one.is("ErrorOccurred", "True") || one.is("ResourcesUpToDate", "False")));
  }
}
