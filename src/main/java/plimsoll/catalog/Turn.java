package plimsoll.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

/** One row that whoever changes the catalog holds until the transaction ends. */
@Entity
@Table(name = "catalog_turn")
class Turn {
  @Id private Integer id;

  protected Turn() {}

  static void await(EntityManager database) {
    database.find(Turn.class, 1, LockModeType.PESSIMISTIC_WRITE);
  }
}
