package plimsoll.estate;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

/** One row that whoever writes down what was seen holds until the transaction ends. */
@Entity(name = "EstateTurn")
@Table(name = "estate_turn")
class Turn {
  @Id private Integer id;

  protected Turn() {}

  static void await(EntityManager database) {
    database.find(Turn.class, 1, LockModeType.PESSIMISTIC_WRITE);
  }
}
