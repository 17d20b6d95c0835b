import Foundation
import Testing

@testable import port587

/// What lies under `packaging/`, and what `make install` makes of it.
@Suite("Packaging")
struct PackagingTests {
  private static let program = "/usr/local/bin/port587"
  private static let command = "\(program) run --config /etc/port587/port587.yaml"

  private static func unit(_ name: String) throws -> UnitFile {
    UnitFile(try SourceTree.text(of: "packaging/systemd/\(name)"))
  }

  /// Settings that the service must have, each with its value.
  static let settings: [(String, String, String)] = [
    ("Unit", "ConditionPathExists", "/etc/port587/port587.yaml"), ("Service", "Type", "oneshot"),
    ("Service", "ExecStart", command), ("Service", "StateDirectory", "port587"),
    ("Service", "StateDirectoryMode", "0700"), ("Service", "UMask", "0077"),
    ("Service", "CapabilityBoundingSet", "CAP_DAC_READ_SEARCH"), ("Service", "NoNewPrivileges", "yes"),
    ("Service", "ProtectSystem", "strict"), ("Service", "ProtectHome", "read-only"), ("Service", "PrivateTmp", "yes"),
    ("Service", "PrivateDevices", "yes"), ("Service", "PrivateNetwork", "yes"),
    ("Service", "RestrictAddressFamilies", "AF_UNIX"), ("Service", "ProtectKernelTunables", "yes"),
    ("Service", "ProtectKernelModules", "yes"), ("Service", "ProtectControlGroups", "yes"),
    ("Service", "MemoryDenyWriteExecute", "yes"), ("Service", "RestrictNamespaces", "yes"),
    ("Service", "RestrictSUIDSGID", "yes"), ("Service", "SystemCallFilter", "@system-service"),
  ]

  @Test("the service is what the documents say", arguments: settings)
  func service(section: String, key: String, value: String) throws {
    #expect(try PackagingTests.unit("port587.service")[section, key] == value)
  }

  @Test("the drop-in gives the network and nothing else")
  func network() throws {
    let drop = try PackagingTests.unit("network.conf")
    #expect(drop.strays.isEmpty && Set(drop.sections.keys) == ["Service"])
    let settings = try #require(drop.sections["Service"])
    #expect(Set(settings.keys) == ["PrivateNetwork", "RestrictAddressFamilies", "IPAddressDeny"])
    #expect(settings["PrivateNetwork"] == ["no"] && settings["IPAddressDeny"] == [""])
    // The empty value takes back what the service says.
    #expect(settings["RestrictAddressFamilies"] == ["", "AF_UNIX AF_INET AF_INET6 AF_NETLINK"])
  }

  @Test("the timer runs it every night, makes up for a missed run, and is not punctual")
  func timer() throws {
    let timer = try PackagingTests.unit("port587.timer")
    #expect(timer["Timer", "OnCalendar"] == "*-*-* 04:17:00")
    #expect(timer["Timer", "Persistent"] == "true")
    #expect(timer["Timer", "RandomizedDelaySec"] == "30min")
    #expect(timer["Install", "WantedBy"] == "timers.target")
    // Without Unit= a timer starts the service of its own name.
    #expect(timer["Timer", "Unit"] == nil)
    #expect(try PackagingTests.unit("port587.service").sections["Install"] == nil)
  }

  @Test("every line of a unit is understood, and no setting stands twice", arguments: ["service", "timer"])
  func form(kind: String) throws {
    let unit = try PackagingTests.unit("port587.\(kind)")
    #expect(unit.strays.isEmpty, "\(unit.strays)")
    #expect(Set(unit.sections.keys) == (kind == "timer" ? ["Unit", "Timer", "Install"] : ["Unit", "Service"]))
    for (section, keys) in unit.sections {
      for (key, values) in keys { #expect(values.count == 1 && values != [""], "[\(section)] \(key)") }
    }
  }

  @Test("systemd finds nothing wrong with the units, where it is installed")
  func verify() throws {
    guard
      let analyze = ["/usr/bin", "/bin"].map({ $0 + "/systemd-analyze" })
        .first(where: { FileManager.default.isExecutableFile(atPath: $0) })
    else { return }
    try ScratchFolder.use { scratch in
      var files: [String] = []
      for name in ["port587.service", "port587.timer", "network.conf"] {
        // The program has to be there: the one that was built stands for the one that will be installed.
        let text = try SourceTree.text(of: "packaging/systemd/\(name)")
        let place = name == "network.conf" ? "port587.service.d/network.conf" : name
        try scratch.write(text.replacing(PackagingTests.program, with: ProgramRun.program.path), to: place)
        files.append(scratch.url.appendingPathComponent(place).path)
      }
      let run = try ProgramRun(shell: "\(analyze) verify --man=no '\(files[0])' '\(files[1])' 2>&1")
      #expect(run.status == 0 && run.text.isEmpty, "\(run.text)")
    }
  }

  @Test("the cron file has one job, at one moment a day, of root, and none where systemd runs")
  func cron() throws {
    let text = try SourceTree.text(of: "packaging/cron.d/port587")
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    let settings = lines.filter { $0.wholeMatch(of: /[A-Z]+=\S+/) != nil }
    #expect(settings.map { $0.prefix { $0 != "=" } } == ["SHELL", "PATH", "MAILTO"])
    let job = try #require(lines.last?.split(separator: " ", maxSplits: 6).map(String.init))
    #expect(lines.count == settings.count + 1 && job.count == 7)
    #expect((0...59).contains(Int(job[0]) ?? -1) && (0...23).contains(Int(job[1]) ?? -1))
    #expect(job[2...4] == ["*", "*", "*"] && job[5] == "root")
    #expect(job[6].hasSuffix(PackagingTests.command) && job[6].contains("test -d /run/systemd/system || "))
    // cron takes a percent sign for a line break, and a last line without an end for none.
    #expect(!text.contains("%") && text.hasSuffix("\n"))
  }

  @Test("the example configuration is the one that the program prints")
  func example() throws {
    #expect(try SourceTree.text(of: "packaging/port587.yaml") == ConfigurationExample.text)
  }

  @Test("make install puts everything below PREFIX, and the units start the program that it installed")
  func install() throws {
    try ScratchFolder.use { scratch in
      let make = try ProgramRun(
        shell: """
          make -s install PROGRAM="$PORT587" DESTDIR='\(scratch.url.path)/root' PREFIX='/opt/m&l' 2>&1
          """, folder: SourceTree.root)
      #expect(make.status == 0, "\(make.text)")
      // The manual page is there only after `make man`; the units name it.
      let hasManual = FileManager.default.fileExists(
        atPath: SourceTree.root.appendingPathComponent("docs/man/port587.1").path)
      #expect(make.text.contains(#"without the manual page; "make man""#) != hasManual)
      let root = scratch.url.appendingPathComponent("root/opt/m&l")
      for name in [
        "lib/systemd/system/port587.service", "lib/systemd/system/port587.timer", "share/port587/cron.d/port587",
        "share/port587/port587.yaml", "share/port587/network.conf",
      ] {
        let text = try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
        let source = name.contains("systemd") || name.hasSuffix(".conf") ? "packaging/systemd/" : "packaging/"
        let origin = try SourceTree.text(
          of: source + name.replacing("lib/systemd/system/", with: "").replacing("share/port587/", with: ""))
        #expect(text == origin.replacing(PackagingTests.program, with: "/opt/m&l/bin/port587"), "\(name)")
        let mode = try FileManager.default.attributesOfItem(atPath: root.appendingPathComponent(name).path)
        #expect((mode[.posixPermissions] as? NSNumber)?.intValue == 0o644)
      }
      #expect(FileManager.default.isExecutableFile(atPath: root.appendingPathComponent("bin/port587").path))
      // Nothing is switched on: no file outside of PREFIX.
      let top = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path + "/root")
      #expect(top == ["opt"])
    }
  }
}
