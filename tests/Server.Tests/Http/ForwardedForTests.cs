using System.Net;
using ClickUpMcp.Hosting.Http;
using ClickUpMcp.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Tests.Http;

/// <summary>Where a request came from, behind proxies that are the operator's and for all that others may claim.</summary>
public sealed class ForwardedForTests
{
    [Theory]
    [InlineData("", "10.0.0.1", "198.51.100.7", "10.0.0.1")]
    [InlineData("10.0.0.0/8", "10.0.0.1", null, "10.0.0.1")]
    [InlineData("10.0.0.0/8", "10.0.0.1", "198.51.100.7", "198.51.100.7")]
    [InlineData("10.0.0.0/8", "192.0.2.1", "198.51.100.7", "192.0.2.1")]
    [InlineData("10.0.0.0/8", "::ffff:10.0.0.1", "198.51.100.7", "198.51.100.7")]
    [InlineData("10.0.0.0/8", "10.0.0.1", "1.1.1.1, 198.51.100.7, 10.2.2.2", "198.51.100.7")]
    [InlineData("10.0.0.0/8", "10.0.0.1", "10.9.9.9, 198.51.100.7", "198.51.100.7")]
    [InlineData("10.0.0.0/8", "10.0.0.1", "198.51.100.7:4711", "198.51.100.7")]
    [InlineData("10.0.0.0/8", "10.0.0.1", "[2001:db8::7]:4711", "2001:db8::7")]
    [InlineData("fd00::/8", "fd00::1", "2001:db8::7", "2001:db8::7")]
    [InlineData("10.0.0.0/8", "10.0.0.1", "198.51.100.7, unknown", "10.0.0.1")]
    [InlineData("10.0.0.0/8", "10.0.0.1", "198.51.100.7,", "10.0.0.1")]
    [InlineData("10.0.0.0/8", "10.0.0.1", "\"198.51.100.7\"", "10.0.0.1")]
    [InlineData("10.0.0.0/8,172.16.0.1", "172.16.0.1", "198.51.100.7, 10.0.0.9", "198.51.100.7")]
    [Trait("Requirement", "H-11")]
    public void Only_what_trusted_proxies_say_is_believed(string trusted, string from, string? header, string expected)
    {
        DefaultHttpContext context = new();
        context.Connection.RemoteIpAddress = IPAddress.Parse(from);
        context.Request.Headers["X-Forwarded-For"] = header;
        ForwardedFor.Apply(context, trusted.Length == 0 ? [] : HttpSettingValues.Networks(trusted));
        context.Connection.RemoteIpAddress.ShouldBe(IPAddress.Parse(expected));
    }

    [Fact]
    public void Several_headers_are_one_list()
    {
        DefaultHttpContext context = new();
        context.Connection.RemoteIpAddress = IPAddress.Parse("10.0.0.1");
        context.Request.Headers["X-Forwarded-For"] = new(["1.1.1.1", "198.51.100.7, 10.3.3.3"]);
        ForwardedFor.Apply(context, HttpSettingValues.Networks("10.0.0.0/8"));
        context.Connection.RemoteIpAddress.ShouldBe(IPAddress.Parse("198.51.100.7"));
    }

    [Theory]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    [InlineData("10.0.0.1/8")]
    [InlineData("proxy.example")]
    [InlineData("10.0.0.0/8;127.0.0.1")]
    public void What_is_no_network_or_everybody_is_refused(string value) =>
        Should.Throw<FormatException>(() => HttpSettingValues.Networks(value));
}
