/**
 * Who is asking: accounts with roles, API tokens with scopes and expiry, sign-in by name and
 * password, and the record of who did what. Sign-in through another identity provider takes its
 * place beside {@link plimsoll.access.SignIn}.
 */
package plimsoll.access;
