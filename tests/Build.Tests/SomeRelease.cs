using System.Text;
using ClickUpMcp.Build.Release;

namespace Build.Tests;

/// <summary>A release with a program that is a script, so that nothing needs to be linked.</summary>
internal static class SomeRelease
{
    public static readonly ReleaseInfo Info = new(
        "1.2.3",
        new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero),
        new Uri("https://github.com/somebody/clickup-mcp")
    );

    public static readonly byte[] Program = Encoding.UTF8.GetBytes("#!/bin/sh\necho 1.2.3\n");

    public static readonly byte[] Certificates = Encoding.UTF8.GetBytes("-----BEGIN CERTIFICATE-----\n");

    public static byte[] Image(ReleaseInfo? info = null) => OciImage.Write(Program, Certificates, info ?? Info);
}
