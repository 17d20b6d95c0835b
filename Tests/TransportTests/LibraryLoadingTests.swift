import CLibraryLoading
import Glibc
import Testing

@Suite("Libraries opened at run time")
struct LibraryLoadingTests {
  /// Files in the order in which they are tried, the function looked for, and why there is none.
  static let cases: [([String], String, String?)] = [
    (["libc.so.6"], "strlen", nil),
    (["libport587-absent.so.1", "libc.so.6"], "strlen", nil),
    (["libc.so.6", "libport587-absent.so.1"], "strlen", nil),
    (["libc.so.6"], "port587_absent", "libc.so.6 has no port587_absent"),
    (["libport587-absent.so.1", "libc.so.6"], "port587_absent", "libc.so.6 has no port587_absent"),
    (
      ["libport587-absent.so.1", "libport587-absent.so.2"], "strlen",
      "libport587-absent.so.1: cannot open shared object file: No such file or directory"
    ),
  ]

  @Test("the first file that is there has the functions, or what is missing is named", arguments: cases)
  func load(files: [String], function: String, fault: String?) {
    let said = LibraryLoadingTests.load(files, function)
    #expect(said.faults == [fault, fault], "the second call says something else")
    #expect(said.isFound == (fault == nil))
  }

  /// Loads twice, and tells whether the function has an address.
  private static func load(_ files: [String], _ function: String) -> (faults: [String?], isFound: Bool) {
    let names = unsafe files.map { unsafe UnsafePointer(strdup($0)) } + [nil]
    let name = unsafe UnsafePointer(strdup(function))
    defer { unsafe (names + [name]).forEach { unsafe free(UnsafeMutablePointer(mutating: $0)) } }
    var found: UnsafeMutableRawPointer?
    let faults = unsafe names.withUnsafeBufferPointer { names in
      unsafe withUnsafeMutablePointer(to: &found) { place in
        let functions = unsafe [clibrary_function(name: name, place: place), clibrary_function()]
        return unsafe functions.withUnsafeBufferPointer { functions in
          var library = unsafe clibrary()
          unsafe library.files = names.baseAddress
          unsafe library.functions = functions.baseAddress
          return (0..<2).map { _ in unsafe clibrary_load(&library).map { unsafe String(cString: $0) } }
        }
      }
    }
    return (faults, unsafe found != nil)
  }
}
