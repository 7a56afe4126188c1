namespace ClickUpMcp.Hosting.Keyring;

/// <summary>The functions of Windows that a program with one secret calls; each returns the error of the system, 0 for none.</summary>
internal interface ICredentialApi
{
    /// <summary>CredReadW.</summary>
    /// <param name="target">What the credential is called.</param>
    /// <param name="credential">Where it is: a <see cref="NativeCredential"/> that must be given back; 0 when there is none.</param>
    int Read(string target, out nint credential);

    /// <summary>CredWriteW.</summary>
    int Write(in NativeCredential credential);

    /// <summary>CredDeleteW.</summary>
    int Delete(string target);

    /// <summary>CredFree.</summary>
    void Free(nint credential);
}
