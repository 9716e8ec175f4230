package plimsoll.database;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

/** Lets a column of ids be empty, which EclipseLink's own conversion cannot read. */
@Converter(autoApply = true)
public class IdColumn implements AttributeConverter<UUID, UUID> {
  @Override
  public UUID convertToDatabaseColumn(UUID id) {
    return id;
  }

  @Override
  public UUID convertToEntityAttribute(UUID id) {
    return id;
  }
}
