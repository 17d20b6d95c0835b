# The like of an audit, as an administrator would write it in awk: sessions, logins, messages by user and refusals by address
# of an IceWarp log. Serves as a yardstick for bench.sh.
{
  sub(/\r$/, "")
  key = $1 " " $2
}
$4 == "Connected," { sessions++; delete user[key]; delete asked[key]; addresses[$1] = 1; next }
$4 == "<<<" && $5 == "AUTH" { asked[key] = 1; user[key] = $7; next }
$4 == "<<<" && asked[key] && user[key] == "" { user[key] = $5; next }
$4 == ">>>" && $5 == "235" { asked[key] = 0; logins[user[key]]++; next }
$4 == ">>>" && $5 == "535" { asked[key] = 0; failed[$1]++; next }
$4 == ">>>" && $5 == "250" && $6 == "2.6.0" { if (user[key] != "") messages[user[key]]++; next }
$4 == ">>>" && $5 ~ /^5/ { refused[$1]++; next }
$4 == "Disconnected" { delete user[key]; delete asked[key] }
END {
  for (name in messages) total += messages[name]
  for (name in logins) loggedIn++
  for (name in addresses) peers++
  print sessions, loggedIn, total, peers
}
