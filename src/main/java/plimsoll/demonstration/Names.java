package plimsoll.demonstration;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Names from many places, given and family name from the same one. */
final class Names {
  private static final List<Place> PLACES =
      List.of(
          place(
              "Åsa,Björn,Elin,Gustav,Ingrid,Lars,Maja,Nils",
              "Lindqvist,Öberg,Sandström,Hedlund,Nyberg,Ek"),
          place(
              "Aiko,Daiki,Haruka,Kenji,Mei,Ren,Sakura,Tarō",
              "Yamada,Satō,Itō,Nakamura,Kobayashi,Mori"),
          place(
              "Aarav,Ananya,Diya,Ishaan,Kavya,Rohan,Priya,Vikram",
              "Sharma,Iyer,Patel,Reddy,Banerjee,Kulkarni"),
          place(
              "Adaeze,Chidi,Emeka,Ifeoma,Ngozi,Obinna,Uche,Zainab",
              "Okafor,Adeyemi,Eze,Balogun,Nwosu,Danjuma"),
          place(
              "Agnieszka,Bartosz,Kasia,Łukasz,Magda,Paweł,Wojciech,Zofia",
              "Kowalska,Nowak,Wiśniewski,Zając,Wójcik,Mazur"),
          place(
              "Alejandra,Iñigo,Carmen,Joaquín,Lucía,Mateo,Nuria,Sergio",
              "García,Muñoz,Ibáñez,Ortega,Peña,Vidal"),
          place(
              "Beatriz,Caio,João,Larissa,Luís,Marina,Rafael,Thaís",
              "Gonçalves,Araújo,Carvalho,Moreira,Simões,Teixeira"),
          place("Chen,Fang,Jun,Li,Mei,Wei,Xiu,Yong", "Zhang,Wang,Huang,Zhou,Lin,Xu"),
          place(
              "Ji-woo,Min-jun,Seo-yeon,Do-yun,Ha-eun,Hyun,Soo-ah,Tae",
              "Kim,Park,Choi,Jung,Kang,Yoon"),
          place(
              "Ayşe,Burak,Çağla,Deniz,Emre,Gül,Mehmet,Selin", "Yılmaz,Demir,Şahin,Çelik,Aydın,Koç"),
          place(
              "Anke,Dieter,Greta,Jürgen,Katja,Lukas,Sören,Ute",
              "Müller,Weiß,Schröder,Köhler,Brandt,Vogt"),
          place(
              "Amélie,Benoît,Chloé,Étienne,Hélène,Julien,Manon,Théo",
              "Lefèvre,Dubois,Moreau,Girard,Besson,Noël"),
          place("Anh,Bảo,Dung,Hương,Linh,Minh,Quân,Thảo", "Nguyễn,Trần,Phạm,Vũ,Đặng,Bùi"),
          place(
              "Bohdan,Daryna,Iryna,Kateryna,Oleh,Olena,Taras,Yurii",
              "Shevchenko,Kovalenko,Bondar,Tkachuk,Melnyk,Lysenko"),
          place(
              "Amira,Farid,Hassan,Layla,Nadia,Omar,Samira,Yusuf",
              "Haddad,Mansour,Nasser,Khalil,Saleh,Aziz"),
          place(
              "Alice,Ben,Charlotte,Daniel,Grace,Harry,Molly,Owen",
              "Murphy,O’Brien,Hughes,Clarke,Walsh,Baker"));

  private Names() {}

  private record Place(List<String> given, List<String> family) {
    int count() {
      return given.size() * family.size();
    }
  }

  private static Place place(String given, String family) {
    return new Place(List.of(given.split(",")), List.of(family.split(",")));
  }

  /** The name with this number; places take turns, and after 768 names they repeat. */
  static String number(int index) {
    var place = PLACES.get(index % PLACES.size());
    // 29 is prime to the 48 names of a place, so each comes once before any comes again.
    var within = index / PLACES.size() * 29 % place.count();
    return place.given().get(within % place.given().size())
        + " "
        + place.family().get(within / place.given().size());
  }

  /** A key in plain letters, such as "asa.lindqvist"; with a number where the name came before. */
  static String key(int index) {
    var plain = plain(number(index)).replaceAll("[^a-z]+", ".");
    var round = index / (PLACES.size() * PLACES.get(0).count());
    return round == 0 ? plain : plain + "." + (round + 1);
  }

  private static String plain(String name) {
    var letters =
        name.replace('ł', 'l')
            .replace('Ł', 'L')
            .replace('ı', 'i')
            .replace('đ', 'd')
            .replace('Đ', 'D');
    return Normalizer.normalize(
            letters.replace("ß", "ss").replace("’", "").replace("-", ""), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
