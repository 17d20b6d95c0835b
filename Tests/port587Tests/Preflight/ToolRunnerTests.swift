import Foundation
import Testing

@testable import port587

@Suite("Running IceWarp's tool")
struct ToolRunnerTests {
  private static func tool(_ folder: LogFolder, _ lines: String...) throws -> ToolRunner {
    let path = try folder.write(Data((["#!/bin/sh"] + lines + [""]).joined(separator: "\n").utf8), to: "tool.sh")
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    return ToolRunner(path: path, seconds: 1)
  }

  @Test("each setting is asked for by itself")
  func answers() async throws {
    try await LogFolder.use { folder in
      let output = try ToolRunnerTests.tool(folder, "echo \"$3: 1\"").read(["C_One", "C_Two"])
      #expect(String(decoding: output, as: UTF8.self) == "C_One: 1\n\nC_Two: 1\n\n")
    }
  }

  @Test(
    "a tool that does not answer is given up with all that it has started",
    arguments: ["sleep 97", "sleep 97 & wait", "trap '' TERM; sleep 97; sleep 97", "exec >&-; sleep 97"])
  func silent(script: String) async throws {
    try await LogFolder.use { folder in
      let tool = try ToolRunnerTests.tool(folder, script)
      let took = ContinuousClock().measure {
        #expect { try tool.read(["C_One"]) } throws: {
          "\(($0 as? PreflightFault)?.line ?? "")".contains("no answer within")
        }
      }
      #expect(took < .seconds(20))
    }
  }
}
