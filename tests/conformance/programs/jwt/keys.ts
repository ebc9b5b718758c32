/** Keys of these programs and of nothing else. */
export const keys = {
  RSA: {
    private: {
      kty: 'RSA',
      n: 'pb0bEQ7I9LYesjo4lisvDbiL_oa2meB3NXLa2f2IskcwyAWPhP3foOjaJekj_dR_H2yf-Oh15acDixwPJgUh5q5ZU5exIF86V56OrG6Y05NFdMzk1lrHWjpWVLgZtlc6GWKhXC1krSQSqWrMNkkiJeMOEtWZ2m8gM04GVcwIBIMbNYVp9em_DiTFmRNA80mOhMta-aMGDwt629Nxz-8Y3rmqlGCfaho84-ikYRxqv-Q7RjD-i68KvApk2TZerImZz2hpecxYS_ZrWAom7ul0-maMksc5S1PQ2FEoVr8v3_ddSQUTzvYTjwWhgwa_pk6Xb9rWsPzqOght3TU72x8CKQ',
      e: 'AQAB',
      d: 'Czm7NxUNcbGnc5fePvbkJCWZ6ckzCJ9mQ5WovWIJhlWsYqfUbYQKclTDIxU0OFwnqLe2lWkdRHWNl7hJ-F_ESOJfL3pokfzmhTUP4chIi-__diaYi0IxGsCKb14xc6MFzt6vd4BQP3_gJF8U6h-wSJOlNOEIdNMuVvs-Z5o--BsofEHWoNPZo5TmFhmvmkTZ8vSqmvmHzTvqu15C96-NnHovW5mGbkNZ_-qHeQVv07d9tF1e71z42RuzYFfSJj-MsxmQ4zyiunjAowZhmBTLyBFJs0CG3ipNfK4k277PPnT-EbT67djWY8WLXMe4dZIkyIwoA4d4QPqJ862X743d-Q',
      p: '4aSl620EGGTaRvVuj1t-_C0iIVsbVgwUUJesZDprHRX7wUCllMNp1wCkE_YEeGooVIITbuaad0P_KMlnkapoAHERou0NVWdacDKOZItQbgCr3kouzwgjyy0XZcqH2LOJGJPXgaf41rLmehAh5yBPIgTW6pY6RlMjS0Cua-PiAbU',
      q: 'vAlLXkbGxOeuYkiSZlUfyjWs7BbYzsFSO4DpRpZIiNmfdchLTHy8KtWnxwMpqTJpB7cWMMdfSeImQVYXCVSBYJ6Ura9ZNg_Tmadcj6Oe9MwWOI-7NrYK8u-Pcy1Vr8g16TLEb2UqEwWD7fp1bWYKjMO1wLvGLi9h7IfZKZ6HlyU',
      dp: 'mj4RiTgRJ5exOfZFqEtUJ4-2l_SOYCiLrnevySfB1rUTTgwh4-ocrHLsthRjA-kVPodYP2P1TPe3MStT19gTldG0y5mdlra6tJ1qhsJQrZFZ6u7sxmr7BMUDDHsAl5pKafmNxDyNNj4-nEvw0OxeC5QhUWR122KzapqBYJD7Ck0',
      dq: 'dvYSXqS8YBqLMtbi-Cbmo9Ftgze5FqUr10VpUCUH4rx7q9J6APvxN9BQAxI3KzofRKhKO7YGzQFsXm2OyXJTH8N0IKYM9KzynAVMA_vqNslfTY1xTd3B84wn3yBRU5KAuPZLXIZOJhaZLtgDrqCeEAxJUpP5f4Kumywe8bu_4Jk',
      qi: 'lsUknSVskTWTy1NJItmqtTNq4TI0G5idKgHfKZcUMgpsfHMpcu4J-tlB3K20sG-B0B7QHg6URD5JTmTBJ8qzTY8fZ0f8vF8nzljHDE9hPiPS25nZwWePUUW7NozpRuqVsuvWRqa9VUI7JwTpK5kMFCtwk-Xh3DQFXVAiF9dLLTI',
    },
    public: {
      kty: 'RSA',
      n: 'pb0bEQ7I9LYesjo4lisvDbiL_oa2meB3NXLa2f2IskcwyAWPhP3foOjaJekj_dR_H2yf-Oh15acDixwPJgUh5q5ZU5exIF86V56OrG6Y05NFdMzk1lrHWjpWVLgZtlc6GWKhXC1krSQSqWrMNkkiJeMOEtWZ2m8gM04GVcwIBIMbNYVp9em_DiTFmRNA80mOhMta-aMGDwt629Nxz-8Y3rmqlGCfaho84-ikYRxqv-Q7RjD-i68KvApk2TZerImZz2hpecxYS_ZrWAom7ul0-maMksc5S1PQ2FEoVr8v3_ddSQUTzvYTjwWhgwa_pk6Xb9rWsPzqOght3TU72x8CKQ',
      e: 'AQAB',
    },
  },
  ES256: {
    private: {
      kty: 'EC',
      x: 'pCN96JlgfFwaxWA6uJENFbptkz2OLsrCzhdk9zGwgaU',
      y: 'PqjPwUCk5FF04QTTsDckMkX7bL72qc8SDsUHR-FriNo',
      crv: 'P-256',
      d: 'OMd73vFFO5XQ0C0mg2iZmCxYejtZBmzMuljiGw5V1aQ',
    },
    public: {
      kty: 'EC',
      x: 'pCN96JlgfFwaxWA6uJENFbptkz2OLsrCzhdk9zGwgaU',
      y: 'PqjPwUCk5FF04QTTsDckMkX7bL72qc8SDsUHR-FriNo',
      crv: 'P-256',
    },
  },
  ES384: {
    private: {
      kty: 'EC',
      x: 'C9VDLUwTRH0AQijnNjfuTmeHc8xon8FnkuV0w-L-OpVEOnDIukcy6lSExP_uee6R',
      y: 'x_O3kP-zTpnrKnPllSndPm6iaOBbWHp5P83-YkpGtk2Mv-ZFnAYn4Rkeg1ap16QV',
      crv: 'P-384',
      d: 'uk5sF_DSU7HqoU48jB3dPA9m_Z5TIfqi91hHQ7W6xAq92Zckg3h-6pYUfELooZBy',
    },
    public: {
      kty: 'EC',
      x: 'C9VDLUwTRH0AQijnNjfuTmeHc8xon8FnkuV0w-L-OpVEOnDIukcy6lSExP_uee6R',
      y: 'x_O3kP-zTpnrKnPllSndPm6iaOBbWHp5P83-YkpGtk2Mv-ZFnAYn4Rkeg1ap16QV',
      crv: 'P-384',
    },
  },
  ES512: {
    private: {
      kty: 'EC',
      x: 'AQ1KvMm2ivimOUZY_QmPh5vNZJENtyRzhqvkDPf02nkjvs4vRkN1_lVv16Ro57pG3m3kipFxuuXzc3tyK54Y1iJ_',
      y: 'ALVQrvxcJewgjy2CCisSe5Em9X3Jpi1WMYnBtkArNjYPworbKRZC3RZo87aSu5peQ6iTcqWwv8SjnWxJDd-eBNjC',
      crv: 'P-521',
      d: 'AYl0b5dOnkTwtZcisLBhKDa9raWwbgqdpQf6tuTBL9fD_Wd_OxE_-68jh4xsBP-5o_ErUowd8b6kcaxTgx926_DE',
    },
    public: {
      kty: 'EC',
      x: 'AQ1KvMm2ivimOUZY_QmPh5vNZJENtyRzhqvkDPf02nkjvs4vRkN1_lVv16Ro57pG3m3kipFxuuXzc3tyK54Y1iJ_',
      y: 'ALVQrvxcJewgjy2CCisSe5Em9X3Jpi1WMYnBtkArNjYPworbKRZC3RZo87aSu5peQ6iTcqWwv8SjnWxJDd-eBNjC',
      crv: 'P-521',
    },
  },
  Ed25519: {
    private: {
      crv: 'Ed25519',
      d: 'bDkNQmDJyoo3T8cSlMoQSmlrTbie__Co2fBtOX6IrMk',
      x: '1PKXN4sRmlydkwqFFV0qWwueeSeqEA2dSD8Ih91yS3Y',
      kty: 'OKP',
    },
    public: {
      crv: 'Ed25519',
      x: '1PKXN4sRmlydkwqFFV0qWwueeSeqEA2dSD8Ih91yS3Y',
      kty: 'OKP',
    },
  },
}
