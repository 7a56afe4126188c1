using System.Text;
using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Tests.Protocol;

/// <summary>What a client can be asked for is read alike from the handshake and from a modern request.</summary>
public sealed class CapabilitiesTests
{
    public static TheoryData<string, int> Objects =>
        new()
        {
            { "{}", (int)ClientCapabilities.None },
            { """{"elicitation":{}}""", (int)ClientCapabilities.ElicitationForm },
            { """{"elicitation":{"url":{}}}""", (int)ClientCapabilities.ElicitationUrl },
            {
                """{"elicitation":{"form":{},"url":{"x":[1]}}}""",
                (int)(ClientCapabilities.ElicitationForm | ClientCapabilities.ElicitationUrl)
            },
            {
                """{"roots":{"listChanged":true},"x":{"sampling":{}},"sampling":{}}""",
                (int)(ClientCapabilities.Roots | ClientCapabilities.Sampling)
            },
            { """{"elicitation":null,"sampling":true,"roots":[{}]}""", (int)ClientCapabilities.None },
        };

    [Theory]
    [MemberData(nameof(Objects))]
    public void It_says_what_it_says(string json, int expected)
    {
        Read($$$"""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{{{json}}},"x":1}}""")
            .ShouldBe((ClientCapabilities)expected);
        Read(
                $$$$"""{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/clientCapabilities":{{{{json}}}},"y":2}}}"""
            )
            .ShouldBe((ClientCapabilities)expected);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("[{\"sampling\":{}}]")]
    [InlineData("null")]
    public void What_is_no_object_says_nothing(string json) =>
        Read($$$"""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{{{json}}}}}""")
            .ShouldBe(ClientCapabilities.None);

    private static ClientCapabilities Read(string message)
    {
        Envelope envelope = EnvelopeReader.Read(Encoding.UTF8.GetBytes(message));
        envelope.Fault.ShouldBeNull();
        return envelope.Parameters.Capabilities;
    }
}
