package plimsoll.disclosure;

/** Why a score is not shown. */
public enum Withholding {
  /** Fewer people answered than the minimum group, or nobody of those who were asked. */
  TOO_FEW,
  /** With it, the score of a group that is too small could be worked out. */
  WOULD_REVEAL_ANOTHER,
  /** So few joined or left since an earlier wave that the difference would tell of one person. */
  ROSTER_CHANGED,
  /** Nothing was asked, or nobody, and nothing was recorded. */
  NO_EVIDENCE
}
