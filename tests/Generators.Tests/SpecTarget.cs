#if FUZZ_BENCHMARK
// The server has types of the same names, compiled from the same files.
extern alias generators;
using generators::ClickUpMcp.Generators.Spec;
#else
using ClickUpMcp.Generators.Spec;
#endif
using System.Collections.Immutable;
using System.Text;
using ClickUpMcp.Tests.Fuzz;

namespace ClickUpMcp.Generators.Tests;

/// <summary>Whatever stands in a spec file, the parser ends with a catalogue or says what is wrong. Input: which file, and its text.</summary>
internal sealed class SpecTarget : IFuzzTarget
{
    private static readonly SpecFile Root = SpecFile.Read(SampleSpec.RootPath, SampleSpec.Root);
    private static readonly SpecFile Tools = SpecFile.Read(SampleSpec.ToolsPath, SampleSpec.Tools);

    public string Name => "spec-parser";

    public IReadOnlyList<byte[]> Seeds { get; } =
    [
        [0, .. Encoding.UTF8.GetBytes(SampleSpec.Root)],
        [1, .. Encoding.UTF8.GetBytes(SampleSpec.Tools)],
        [1, .. "{\"tools\":[]}"u8],
        [
            1,
            .. """
                {"tools":[{"name":"ping","category":"task","scope":"read","description":"Pings.","annotations":{"readOnly":true,"destructive":false,"idempotent":true,"openWorld":true},"request":{"operation":"Ping","api":"v2","method":"GET","path":"/ping"},"response":{"shape":"task"},"examples":[{"arguments":{},"request":"GET /api/v2/ping"}]}]}
                """u8,
        ],
    ];

    public IReadOnlyList<string> Words { get; } =
    [
        "\"$\"",
        "\"$a.b.c\"",
        "\"extends\":\"task\"",
        "\"entity\":\"list\"",
        "\"within\":[\"list\"]",
        "\"type\":\"array\"",
        "\"type\":\"object\"",
        "\"handler\":\"XHandler\"",
        "\"internal\":true",
        "null",
        "1e400",
        "\\ud800",
        "[[[[[[",
    ];

    public void Run(byte[] input)
    {
        if (input.Length == 0)
        {
            return;
        }

        string text = FuzzCheck.Text(input.AsSpan(1));
        ImmutableArray<SpecFile> files =
            input[0] % 2 == 0
                ? [SpecFile.Read(SampleSpec.RootPath, text), Tools]
                : [Root, SpecFile.Read(SampleSpec.ToolsPath, text)];
        SpecResult result = SpecParser.Parse(files);
        FuzzCheck.Holds(
            result.Catalog is not null || result.Diagnostics.Count > 0,
            "there is no catalogue, and nothing is wrong"
        );
    }
}
